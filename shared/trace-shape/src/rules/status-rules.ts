import { identityOf, literalRule, type FieldRule } from './field-rule.ts';
import type { ValueMatcher } from '../shape/matcher.ts';
import type { Span, StatusCode } from '../span.ts';
import type { StatusFields } from '../shape/span-fields.ts';
import { isLiteral, keyOf, matcherText, valueMatches, valueText } from './value.ts';

export function statusRules(status: StatusCode | StatusFields): FieldRule[] {
  if (typeof status === 'string') return [codeRule(status)];
  const { code, message } = status;
  return message === undefined ? [codeRule(code)] : [codeRule(code), messageRule(message)];
}

function codeRule(code: StatusCode): FieldRule {
  return literalRule({
    field: 'status',
    value: code,
    read: (span) => span.status.code,
    explain: (span) => ({
      wanted: `status ${code}`,
      had: `status ${span.status.code}`,
      because: reasonFor(code, span),
      next: adviceFor(code),
    }),
  });
}

function messageRule(message: ValueMatcher): FieldRule {
  const explain = (span: Span) => ({
    wanted: `the status message ${matcherText(message)}`,
    had:
      span.status.message === undefined
        ? 'no status message'
        : `the status message ${valueText(span.status.message)}`,
    next: 'pass the message along: span.setStatus({ code: SpanStatusCode.ERROR, message })',
  });
  const field = 'status message';
  if (isLiteral(message)) {
    return literalRule({ field, value: keyOf(message), read: messageKey, explain });
  }
  const passes = (span: Span) => valueMatches(span.status.message, message);
  return { field, identity: identityOf(message), passes, explain };
}

function messageKey(span: Span): string {
  return keyOf(span.status.message);
}

function reasonFor(code: StatusCode, span: Span): string | undefined {
  const hasException = span.events.some(({ name }) => name === 'exception');
  if (code === 'error' && hasException) {
    return 'recordException adds an event and leaves the status as it was';
  }
  if (code === 'error') return 'the failure may have been handled before the span heard of it';
  return undefined;
}

function adviceFor(code: StatusCode): string {
  if (code === 'unset') return 'leave the status alone: unset is what a span without a failure has';
  const name = code.toUpperCase();
  return `call span.setStatus({ code: SpanStatusCode.${name} }) before the span ends`;
}
