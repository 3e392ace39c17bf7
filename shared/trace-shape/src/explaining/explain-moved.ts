import { drawActual, drawExpected } from './drawing.ts';
import { Explanation } from '../explanation/explanation.ts';
import type { Matching } from '../matching/matching.ts';
import type { Differences } from '../difference/pairing.ts';
import { hasLostParent, lostParent, parentText } from '../rules/parent-rule.ts';
import { quoted } from '../words/phrase.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';

/** The likely cause, and the one thing to do. */
interface Advice {
  readonly because?: string;
  readonly next?: string;
}

export function explainMoved(
  { trace, plan }: Matching,
  { pairs }: Differences,
): Explanation | undefined {
  const pair = pairs.find(({ isMoved }) => isMoved);
  if (!pair?.span) return undefined;
  const { span, above } = pair;
  const wanted = above?.span;
  return new Explanation({
    kind: 'wrong-parent',
    sought: `${quoted(span.name)} ${wanted ? `as a child of ${quoted(wanted.name)}` : 'without a parent'}`,
    found: foundText(span, trace),
    ...adviceFor(span, wanted, trace),
    spans: wanted ? [span, wanted] : [span],
    expected: drawExpected(plan, pair),
    actual: drawActual(trace, span),
  });
}

function foundText(span: Span, trace: Trace): string {
  const parent = trace.parentOf(span);
  const name = quoted(span.name);
  return parent
    ? `${name} is a child of ${quoted(parent.name)}`
    : `${name} has ${parentText(span, trace)}`;
}

function adviceFor(span: Span, wanted: Span | undefined, trace: Trace): Advice {
  const parent = trace.parentOf(span);
  const name = quoted(span.name);
  if (!wanted) {
    return { ...activeParent(span, parent), next: `start ${name} with { root: true }` };
  }
  if (hasLostParent(span, trace)) return lostParent;
  const next = `start ${name} in the context in which ${quoted(wanted.name)} is the active span`;
  if (parent) return { ...activeParent(span, parent), next };
  return { because: `no span was active when ${name} was started: its context was lost`, next };
}

function activeParent(span: Span, parent: Span | undefined): Advice {
  if (!parent) return {};
  const because = `${quoted(parent.name)} was the active span when ${quoted(span.name)} was started`;
  return { because };
}
