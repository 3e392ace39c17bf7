import { assign } from '../matching/assignment.ts';
import { nameWanted } from './basic-rules.ts';
import { attributesMatch, attributesWanted } from './event-rules.ts';
import { identityOfAll, type FieldDifference, type FieldRule } from './field-rule.ts';
import { isLinkedIds, type LinkShape, type SpanPlace } from '../shape/link-shape.ts';
import { listed, quoted } from '../words/phrase.ts';
import type { Span, SpanLink } from '../span.ts';
import type { Trace } from '../trace.ts';
import { nameMatches } from './value.ts';

export function linksRule(shapes: readonly LinkShape[]): FieldRule {
  return {
    field: 'links',
    identity: JSON.stringify(shapes.map(linkIdentity)),
    passes: (span, trace) => lackingLink(span, trace, shapes) === undefined,
    explain: (span, trace) => explainLinks(span, trace, lackingLink(span, trace, shapes)),
  };
}

export const noLinksRule: FieldRule = {
  field: 'no links',
  identity: '',
  passes: (span) => span.links.length === 0,
  explain: (span, trace) => ({
    wanted: 'no links',
    had: `${span.links.length === 1 ? 'a link' : 'links'} to ${linkedTo(span, trace)}`,
  }),
};

function linkIdentity({ target, attributes }: LinkShape): unknown[] {
  return [isLinkedIds(target) ? target : placeIdentity(target), identityOfAll(attributes)];
}

/** Not in the words of messages, which cut long names. */
function placeIdentity(place: SpanPlace): unknown[] {
  if (typeof place === 'string' || place instanceof RegExp) return [typeof place, String(place)];
  return place.map((name) => placeIdentity(name));
}

function lackingLink(
  span: Span,
  trace: Trace,
  shapes: readonly LinkShape[],
): LinkShape | undefined {
  const indexes = [...shapes.keys()];
  const supplies = span.links.map((link) => ({
    size: 1,
    fits: indexes.filter((index) => fits(link, shapes[index], trace)),
  }));
  const { taken } = assign(
    supplies,
    shapes.map(() => ({ min: 1, max: 1 })),
  );
  return shapes.find((_, index) => taken[index] === 0);
}

function fits(link: SpanLink, shape: LinkShape | undefined, trace: Trace): boolean {
  if (!shape || !attributesMatch(link.attributes, shape.attributes)) return false;
  if (isLinkedIds(shape.target)) {
    return link.traceId === shape.target.traceId && link.spanId === shape.target.spanId;
  }
  const linked = trace.find(link.traceId, link.spanId);
  return linked !== undefined && isAtPlace(linked, trace, shape.target);
}

function isAtPlace(span: Span, trace: Trace, place: SpanPlace): boolean {
  if (typeof place === 'string' || place instanceof RegExp) return nameMatches(span.name, place);
  if (trace.depthOf(span) !== place.length - 1) return false;
  const path = trace.pathOf(span);
  return place.every((wanted, depth) => nameMatches(path[depth] ?? '', wanted));
}

function explainLinks(span: Span, trace: Trace, lacking: LinkShape | undefined): FieldDifference {
  const target = lacking ? placeText(lacking.target) : '';
  const wanted = `a link to ${target}${attributesWanted(lacking?.attributes ?? {})}`;
  if (span.links.length > 0) return { wanted, had: `a link to ${linkedTo(span, trace)}` };
  return {
    wanted,
    had: 'no links',
    next: 'pass { links: [{ context: thatSpan.spanContext() }] } where the span is started',
  };
}

function placeText(target: LinkShape['target']): string {
  if (isLinkedIds(target)) return `span ${target.spanId} of trace ${target.traceId}`;
  if (typeof target === 'string' || target instanceof RegExp) return nameWanted(target);
  const path = target.map((name) => (typeof name === 'string' ? quoted(name) : String(name)));
  return path.length === 1 ? `${path[0]} at the top of its trace` : path.join(' → ');
}

function linkedTo(span: Span, trace: Trace): string {
  const names = span.links.map((link) => {
    const linked = trace.find(link.traceId, link.spanId);
    return linked ? trace.pathOf(linked).map(quoted).join(' → ') : 'a span that is not here';
  });
  return listed(names);
}
