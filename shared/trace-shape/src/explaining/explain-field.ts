import { drawActual, drawExpected } from './drawing.ts';
import { whereText } from './explain-missing.ts';
import { Explanation, type ExplanationKind } from '../explanation/explanation.ts';
import type { FieldDifference, FieldRule } from '../rules/field-rule.ts';
import type { Matching } from '../matching/matching.ts';
import type { Differences, Pair } from '../difference/pairing.ts';
import { quoted } from '../words/phrase.ts';
import type { Span } from '../span.ts';

/** Explains the first field of this kind in which a span differs from what was meant for it. */
export function explainField(kind: ExplanationKind) {
  return (matching: Matching, { pairs }: Differences): Explanation | undefined => {
    for (const pair of pairs) {
      const rule = brokenRule(matching, pair, kind);
      if (rule && pair.span) return explainRule(matching, pair, pair.span, rule);
    }
    return undefined;
  };
}

function brokenRule(
  { trace }: Matching,
  { span, branch }: Pair,
  kind: ExplanationKind,
): FieldRule | undefined {
  if (!span || !branch) return undefined;
  return branch.wish.rules.find(
    (rule) => (rule.kind ?? 'wrong-field') === kind && !rule.passes(span, trace),
  );
}

function explainRule(
  { trace, plan }: Matching,
  pair: Pair,
  span: Span,
  rule: FieldRule,
): Explanation {
  const difference = rule.explain(span, trace);
  const { because, next } = difference;
  const pointers = pointersFor(rule, difference);
  return new Explanation({
    kind: rule.kind ?? 'wrong-field',
    ...headline(rule, difference, pair, span),
    ...(because === undefined ? {} : { because }),
    ...(next === undefined ? {} : { next }),
    spans: [span],
    expected: drawExpected(plan, pair, pointers.expected),
    actual: drawActual(trace, span, pointers.actual),
  });
}

function headline(
  { field }: FieldRule,
  { wanted, had }: FieldDifference,
  { above }: Pair,
  span: Span,
) {
  const name = quoted(span.name);
  if (field !== 'name') return { sought: `${name} with ${wanted}`, found: `${name} with ${had}` };
  const where = above ? ` ${whereText(above)}` : '';
  return { sought: `a span with ${wanted}${where}`, found: `${name} in its place` };
}

/** What the drawings show already need not be written beneath the span once more. */
function pointersFor({ field }: FieldRule, { wanted, had, notes }: FieldDifference) {
  const mark = 'here';
  if (['name', 'parent', 'kind', 'status'].includes(field)) {
    return { expected: { mark }, actual: { mark } };
  }
  return {
    expected: { mark, note: notes?.wanted ?? wanted },
    actual: { mark, note: notes?.had ?? had },
  };
}
