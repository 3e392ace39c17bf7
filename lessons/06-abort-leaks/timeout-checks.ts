import { inspect } from 'node:util';
import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { answered, CHARGE_SPAN, spansOfOrder } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Inputs } from './inputs.ts';

export const timeoutFailed: Check<Inputs> = {
  id: 'timeout-failed',
  title: 'an order whose time was up has failed, and says by what',
  points: 2,
  scenario: 'slowPayment',
  judge(run) {
    const { unanswered, unsettled } = run.inputs;
    for (const orderId of [unanswered, answered(run, unsettled) ?? unsettled[0] ?? '']) {
      const spans = spansOfOrder(run, orderId);
      requireCharge(spans);
      for (const span of spans.filter(isJudged)) judgeTimeout(run, span, orderId);
    }
  },
};

function isJudged({ kind, name }: Span): boolean {
  return kind === 'server' || name === CHARGE_SPAN;
}

function requireCharge(spans: readonly Span[]): void {
  if (spans.some(({ name }) => name === CHARGE_SPAN)) return;
  throw new Explanation({
    sought: `a span \`${CHARGE_SPAN}\` for an order whose time was up`,
    found: 'none',
    next: `in src/payment.ts, let inSpan('${CHARGE_SPAN}', …) run the work, as in the starter`,
    spans,
    kind: 'missing',
  });
}

/** Codes of a DOMException: of an abort, and of a timeout. */
const CODES: readonly unknown[] = ['20', '23', 20, 23];

/** Names that say "cancelled", and numbers that say nothing. */
const POOR_TYPES = new Set<unknown>(['', 'AbortError', 'ABORT_ERR', ...CODES]);

function judgeTimeout({ inputs }: ShopRun, span: Span, orderId: string): void {
  const type = span.attributes['error.type'];
  const isTyped = type !== undefined && !POOR_TYPES.has(type);
  if (span.status.code === 'error' && isTyped) return;
  const inPause = orderId !== inputs.unanswered;
  const place = inPause
    ? 'while the gateway paused between two looks'
    : 'while it waited for payment';
  throw new Explanation({
    sought: `\`${span.name}\` with status error and an \`error.type\` such as "TimeoutError"`,
    found: `status ${span.status.code} and ${typeText(type)}; the order's time was up ${place}`,
    because: reasonFor(span, inPause),
    next: 'in src/failure.ts, judge by `signal.reason` and not by the error that arrived, and by its `name`',
    spans: [span],
    kind: 'wrong-field',
  });
}

function typeText(type: unknown): string {
  return type === undefined ? 'no `error.type`' : `\`error.type\` = ${inspect(type)}`;
}

function reasonFor(span: Span, inPause: boolean): string {
  if (CODES.includes(span.attributes['error.type'])) {
    return 'a DOMException has a `code`, an old number that no reader knows; its `name` is the type';
  }
  return inPause
    ? 'a pause that is stopped rejects with an AbortError, whatever the signal fired for, so a ' +
        'timeout looks like a customer who left'
    : 'here nobody took the order back: we gave up on it ourselves, and the customer got nothing';
}
