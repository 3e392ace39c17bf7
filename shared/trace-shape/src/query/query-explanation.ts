import { explainNothing } from '../explaining/explain-nothing.ts';
import { Explanation } from '../explanation/explanation.ts';
import type { FieldRule } from '../rules/field-rule.ts';
import type { Span } from '../span.ts';
import type { Trace } from '../trace.ts';
import { renderTree } from '../tree.ts';
import { counted, listedNames, quoted } from '../words/phrase.ts';
import { queryText } from './query-text.ts';
import { rulesOf, type SpanQuery } from './span-query.ts';

const MAX_SPANS = 24;

export function explainNone(trace: Trace, query: SpanQuery): Explanation {
  const sought = `a ${queryText(query)}`;
  if (trace.isEmpty) return explainNothing({ sought });
  const nearest = nearestTo(trace, rulesOf(query));
  if (!nearest) return explainStrangers(trace, sought);
  const { span, rule } = nearest;
  const { had, because, next } = rule.explain(span, trace);
  return new Explanation({
    kind: rule.kind ?? 'wrong-field',
    sought,
    found: `${quoted(span.name)} comes nearest, with ${had}`,
    ...(because === undefined ? {} : { because }),
    ...(next === undefined ? {} : { next }),
    spans: [span],
    actual: drawn(trace, [span]),
  });
}

export function explainSeveral(
  trace: Trace,
  query: SpanQuery,
  found: readonly Span[],
): Explanation {
  return new Explanation({
    kind: 'ambiguous',
    sought: `exactly one ${queryText(query)}`,
    found: `${found.length} of them`,
    next: 'ask for more, so that one is left; or use getAllSpans if several are right',
    spans: found,
    actual: drawn(trace, found),
  });
}

export function explainUnwanted(
  trace: Trace,
  query: SpanQuery,
  found: readonly Span[],
): Explanation {
  return new Explanation({
    kind: 'unexpected',
    sought: `no ${queryText(query)}`,
    found: counted(found.length, 'such span'),
    spans: found,
    actual: drawn(trace, found),
  });
}

function explainStrangers(trace: Trace, sought: string): Explanation {
  const names = listedNames(trace.spans.map(({ name }) => name));
  return new Explanation({
    kind: 'missing',
    sought,
    found: `${counted(trace.spans.length, 'other span')}: ${names}`,
    actual: drawn(trace, []),
  });
}

/** A name tells more than any other field. */
const NAME_WEIGHT = 1.5;

/** The span that breaks the fewest rules, and the first it breaks; none where all break all. */
function nearestTo(
  trace: Trace,
  rules: readonly FieldRule[],
): { span: Span; rule: FieldRule } | undefined {
  let nearest: { span: Span; rule: FieldRule; cost: number } | undefined;
  for (const span of trace.spans) {
    const broken = rules.filter((rule) => !rule.passes(span, trace));
    const [rule] = broken;
    if (!rule || broken.length === rules.length) continue;
    const cost = broken.length + (rule.field === 'name' ? NAME_WEIGHT - 1 : 0);
    if (!nearest || cost < nearest.cost) nearest = { span, rule, cost };
  }
  return nearest;
}

function drawn(trace: Trace, marked: readonly Span[]): string {
  const spans = new Set(marked);
  return renderTree(trace, {
    maxSpans: MAX_SPANS,
    mark: (span) => (spans.has(span) ? 'here' : undefined),
  });
}
