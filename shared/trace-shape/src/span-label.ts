import type { Span, Status } from './span.ts';
import { columnsOf, cut, escapeInvisible } from './text.ts';
import type { Trace } from './trace.ts';

/**
 * A name as it can be printed: nothing invisible, and in quotes where its edges could not be seen
 * otherwise.
 */
export function printableName(name: string): string {
  const visible = escapeInvisible(name);
  return visible === visible.trim() && visible !== '' ? visible : `"${visible}"`;
}

/**
 * What sets the span apart from an uneventful internal one, each as a few words: `server`, `never
 * ended`, `parent not recorded`, `error: card declined`. Messages are as the span has them: escape
 * what is invisible before you print them.
 */
export function notableFacts(span: Span, trace: Trace): string[] {
  return [
    ...(span.kind === 'internal' ? [] : [span.kind]),
    ...(span.endTime === undefined ? ['never ended'] : []),
    ...parentFacts(span, trace),
    ...statusFacts(span.status),
  ];
}

/** The name first, then the facts; of a line that is too long the name keeps at least half. */
export function fitLabel(name: string, facts: readonly string[], columns: number): string {
  const tail = cut(facts.map((fact) => ` · ${escapeInvisible(fact)}`).join(''), columns);
  const nameColumns = Math.max(Math.ceil(columns / 2), columns - columnsOf(tail));
  const fittedName = cut(printableName(name), nameColumns);
  return fittedName + cutTail(tail, columns - columnsOf(fittedName));
}

function cutTail(tail: string, columns: number): string {
  return tail === '' || columns < 1 ? '' : cut(tail, columns);
}

function parentFacts(span: Span, trace: Trace): string[] {
  if (!span.parent || trace.parentOf(span)) return span.parent?.isRemote ? ['remote parent'] : [];
  if (trace.find(span.traceId, span.parent.spanId)) return ['parents in a circle'];
  return [span.parent.isRemote ? 'remote parent' : 'parent not recorded'];
}

function statusFacts({ code, message }: Status): string[] {
  if (message) return [`${code}: ${message}`];
  return code === 'unset' ? [] : [code];
}
