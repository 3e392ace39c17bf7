import type { Span, Trace } from '@tracelings/trace-shape';

const MOST_INTERNAL = 10;
const MOST_SHORT = 20;
const SHORT_NANOSECONDS = 5_000_000n;

/**
 * What the instrumentation score would count against a trace: rules SPA-001, SPA-002, SPA-004,
 * SPA-005 and RES-005, each as a sentence.
 *
 * @see https://github.com/instrumentation-score/spec/tree/main/rules
 */
export function scoreRemarks(trace: Trace): string[] {
  return [
    ...tooMany(trace.spans.filter(isInternal), serviceInTrace, MOST_INTERNAL).map(
      ({ count, sample }) =>
        `has ${count} internal spans of the service ${serviceOf(sample)} in one trace; keep to ${MOST_INTERNAL} (SPA-001)`,
    ),
    ...trace.orphans.map(
      (span) =>
        `leaves \`${span.name}\` without its parent; start it below one that is exported (SPA-002)`,
    ),
    ...trace.roots
      .filter((span) => span.parent === undefined && span.kind === 'client')
      .map(
        (span) =>
          `starts a trace with the client span \`${span.name}\`; give it a parent (SPA-004)`,
      ),
    ...tooMany(trace.spans.filter(isShort), (span) => span.traceId, MOST_SHORT).map(
      ({ count }) => `has ${count} spans under 5 ms in one trace; keep to ${MOST_SHORT} (SPA-005)`,
    ),
    ...trace.spans
      .filter((span) => serviceOf(span) === '' || serviceOf(span).startsWith('unknown_service'))
      .map(
        (span) => `gives \`${span.name}\` no \`service.name\`; name it in the resource (RES-005)`,
      ),
  ];
}

function isInternal(span: Span): boolean {
  return span.kind === 'internal';
}

function isShort(span: Span): boolean {
  return span.endTime !== undefined && span.endTime - span.startTime < SHORT_NANOSECONDS;
}

function serviceOf(span: Span): string {
  const name = span.resource['service.name'];
  return typeof name === 'string' ? name : '';
}

function serviceInTrace(span: Span): string {
  return `${span.traceId} ${serviceOf(span)}`;
}

function tooMany(
  spans: readonly Span[],
  groupOf: (span: Span) => string,
  most: number,
): { count: number; sample: Span }[] {
  return [...Map.groupBy(spans, groupOf).values()].flatMap((group) => {
    const [sample] = group;
    return sample !== undefined && group.length > most ? [{ count: group.length, sample }] : [];
  });
}
