import { nearestOf } from '../words/near-name.ts';
import { quoted } from '../words/phrase.ts';
import { findRename } from './renamed-attributes.ts';
import type { Attributes } from '../span.ts';
import { valueText } from './value.ts';

interface NearMiss {
  readonly had: string;
  readonly note: string;
  readonly because: string;
  readonly next: string;
}

/** What to say when an attribute is absent and another seems to be meant for it. */
export function nearMiss(wanted: string, attributes: Attributes): NearMiss | undefined {
  const present = Object.keys(attributes).slice(0, 256);
  const rename = findRename(wanted, present);
  const from = rename?.from ?? nearestOf(wanted, present);
  if (from === undefined) return undefined;
  const value = valueText(attributes[from] ?? null);
  return {
    had: `${quoted(from)} = ${value}, and no ${quoted(wanted)}`,
    note: `${from} = ${value}`,
    because: reasonFor(from, rename?.wasOfficial),
    next: `rename ${quoted(from)} to ${quoted(wanted)}`,
  };
}

function reasonFor(from: string, wasOfficial: boolean | undefined): string {
  if (wasOfficial === undefined) return `${quoted(from)} looks like a slip of the keyboard`;
  return wasOfficial
    ? `${quoted(from)} is what the semantic conventions called it before they became stable`
    : `${quoted(from)} is not a name that the semantic conventions know`;
}
