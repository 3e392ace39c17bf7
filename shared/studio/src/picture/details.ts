import type { Span, SpanLink, Trace } from '@tracelings/trace-shape';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import { durationText } from '@tracelings/waterfall';
import type { Pairs, SpanDetails } from './picture.ts';
import { pairsOf } from './value-text.ts';

/** Everything that a span says, as texts. Times are since `start`, in nanoseconds. */
export function detailsOf(span: Span, trace: Trace, start: bigint): SpanDetails {
  return {
    about: aboutOf(span, trace),
    attributes: pairsOf(span.attributes),
    events: span.events.map(({ name, time, attributes }) => ({
      name: escapeInvisible(name),
      at: durationText(time - start),
      attributes: pairsOf(attributes),
    })),
    links: span.links.map((link) => ({
      to: linkText(link, trace),
      attributes: pairsOf(link.attributes),
    })),
    resource: pairsOf(span.resource),
  };
}

function aboutOf(span: Span, trace: Trace): Pairs {
  const { status, scope, parent, traceState } = span;
  const pairs: [string, string | undefined][] = [
    ['kind', span.kind],
    ['status', status.message ? `${status.code}: ${status.message}` : status.code],
    ['scope', scope.version ? `${scope.name} ${scope.version}` : scope.name],
    ['trace id', span.traceId],
    ['span id', span.spanId],
    ['parent', parent && parentText(span, parent.spanId, trace)],
    ['trace state', traceState],
  ];
  return pairs.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, escapeInvisible(value)] as const],
  );
}

function parentText(span: Span, parentId: string, trace: Trace): string {
  const parent = trace.parentOf(span);
  return parent ? `${parentId}, ${parent.name}` : `${parentId}, which is not in this trace`;
}

function linkText({ traceId, spanId }: SpanLink, trace: Trace): string {
  const linked = trace.find(traceId, spanId);
  if (linked === undefined) return `a span that is not in here (${traceId}, ${spanId})`;
  return trace
    .pathOf(linked)
    .map((name) => escapeInvisible(name))
    .join(' > ');
}
