import type { FieldDifference, FieldRule } from './field-rule.ts';
import { quoted } from '../words/phrase.ts';
import type { Span } from '../span.ts';
import type { ParentPlace } from '../shape/span-fields.ts';
import type { Trace } from '../trace.ts';
import { keyOf } from './value.ts';

/** `top`: a root, or the entry of a process. What a shape asks of its top spans without saying so. */
type Place = ParentPlace | 'top';

export function parentRule(place: Place): FieldRule {
  return {
    field: 'parent',
    identity: place,
    kind: 'wrong-parent',
    passes: (span, trace) => isPlaced(span, trace, place),
    explain: (span, trace) => ({
      wanted: wantedText[place],
      had: parentText(span, trace),
      ...reasons[place],
      ...(hasLostParent(span, trace) ? lostParent : {}),
    }),
  };
}

export function parentText(span: Span, trace: Trace): string {
  if (!span.parent) return 'no parent';
  const parent = trace.parentOf(span);
  if (parent)
    return `${isRemote(span, trace) ? 'the remote parent' : 'the parent'} ${quoted(parent.name)}`;
  return span.parent.isRemote === true
    ? 'a parent in another process'
    : 'a parent that is not in the trace';
}

const wantedText: Readonly<Record<Place, string>> = {
  remote: 'a parent in another process',
  local: 'a parent in its own process',
  none: 'no parent',
  top: 'no parent, or one in another process',
};

const reasons: Readonly<Record<Place, Partial<FieldDifference>>> = {
  remote: {
    because: 'the headers of the caller may not have been extracted, or not been made active',
    next: 'start the span in the context that propagation.extract(context.active(), headers) returns',
  },
  local: {},
  none: {
    because: 'a span, or a context from outside, was active when it was started',
    next: 'start it with { root: true }',
  },
  top: {},
};

export const lostParent = {
  because: 'a span that never ends is never exported, and its children are left without a parent',
  next: 'look for the span that should be its parent: does it end on every path?',
};

function isPlaced(span: Span, trace: Trace, place: Place): boolean {
  if (place === 'none') return span.parent === undefined;
  if (place === 'top') return !hasLostParent(span, trace) && !trace.parentOf(span);
  return span.parent !== undefined && isRemote(span, trace) === (place === 'remote');
}

export function hasLostParent(span: Span, trace: Trace): boolean {
  return span.parent !== undefined && !span.parent.isRemote && !trace.parentOf(span);
}

/** A source that does not tell is judged by the resource: another one means another process. */
function isRemote(span: Span, trace: Trace): boolean {
  if (span.parent?.isRemote !== undefined) return span.parent.isRemote;
  const parent = trace.parentOf(span);
  return !parent || keyOf(parent.resource) !== keyOf(span.resource);
}
