import { printableName } from './span-label.ts';
import type { Attributes, Span, SpanEvent, SpanLink } from './span.ts';
import type { Trace } from './trace.ts';
import { valueText } from './rules/value.ts';

/**
 * A span's attributes, events and links, a line each: what `renderTree` writes beneath it when
 * given as `details`. Long values are cut, and a linked span is told by its path of names, never by
 * its id.
 *
 * @example
 * ```ts
 * console.log(renderTree(trace, { details: describeDetails }));
 * // POST /orders · server
 * //    http.route = "/orders"
 * //    event exception (exception.type = "TypeError")
 * ```
 */
export function describeDetails(span: Span, trace: Trace): string[] {
  return [
    ...pairsOf(span.attributes),
    ...span.events.map(describeEvent),
    ...span.links.map((link) => describeLink(link, trace)),
  ];
}

function describeEvent({ name, attributes }: SpanEvent): string {
  return `event ${printableName(name)}${inBrackets(attributes)}`;
}

function describeLink({ traceId, spanId, attributes }: SpanLink, trace: Trace): string {
  const linked = trace.find(traceId, spanId);
  const target = linked
    ? trace.pathOf(linked).map(printableName).join(' > ')
    : 'a span not in here';
  return `link to ${target}${inBrackets(attributes)}`;
}

function inBrackets(attributes: Attributes): string {
  const pairs = pairsOf(attributes);
  return pairs.length === 0 ? '' : ` (${pairs.join(', ')})`;
}

function pairsOf(attributes: Attributes): string[] {
  return Object.entries(attributes).map(([key, value]) => `${key} = ${valueText(value)}`);
}
