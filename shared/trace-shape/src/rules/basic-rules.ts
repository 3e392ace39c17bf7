import { literalRule, type FieldRule } from './field-rule.ts';
import type { NameMatcher } from '../shape/matcher.ts';
import { quoted } from '../words/phrase.ts';
import type { Span, SpanKind } from '../span.ts';
import { nameMatches } from './value.ts';

export function nameRule(name: NameMatcher): FieldRule {
  const explain = (span: Span) => ({
    wanted: `the name ${nameWanted(name)}`,
    had: `the name ${quoted(span.name)}`,
    ...nameAdvice(span.name, name),
  });
  if (typeof name === 'string') {
    return literalRule({ field: 'name', value: name, read: (span) => span.name, explain });
  }
  return {
    field: 'name',
    identity: String(name),
    passes: (span) => nameMatches(span.name, name),
    explain,
  };
}

/** Numbers in a name that should have none are ids more often than not. */
function nameAdvice(name: string, wanted: NameMatcher) {
  if (!/\d/.test(name) || /\d/.test(String(wanted))) return { next: 'rename the span' };
  return {
    because: 'a name that holds an id is another name for every request, so no two can be compared',
    next: 'keep the id out of the name, and in an attribute',
  };
}

export function nameWanted(name: NameMatcher): string {
  return typeof name === 'string' ? quoted(name) : `matching ${String(name)}`;
}

export function kindRule(kind: SpanKind): FieldRule {
  return literalRule({
    field: 'kind',
    value: kind,
    read: (span) => span.kind,
    explain: (span) => ({
      wanted: `kind ${kind}`,
      had: `kind ${span.kind}`,
      next:
        kind === 'internal'
          ? 'leave the kind out where the span is started'
          : `start the span with { kind: SpanKind.${kind.toUpperCase()} }`,
    }),
  });
}

/** Every span that a shape asks for has ended: one that has not is never exported. */
export const endedRule: FieldRule = {
  field: 'end',
  identity: '',
  kind: 'open',
  passes: (span) => span.endTime !== undefined,
  explain: () => ({ wanted: 'an end', had: 'no end' }),
};

export function scopePartRule(part: 'name' | 'version', wanted: NameMatcher): FieldRule {
  const read = (span: Span) => span.scope[part] ?? '';
  const field = `scope ${part}`;
  const explain = (span: Span) => ({
    wanted: `the ${field} ${nameWanted(wanted)}`,
    had: read(span) === '' ? `no ${field}` : `the ${field} ${quoted(read(span))}`,
    because: 'the scope is what the tracer was named when it was asked for',
    next: 'look at the arguments of trace.getTracer(name, version)',
  });
  if (typeof wanted === 'string') return literalRule({ field, value: wanted, read, explain });
  const passes = (span: Span) => nameMatches(read(span), wanted);
  return { field, identity: String(wanted), passes, explain };
}
