import { Explanation } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireAnswer } from './answer-rule.ts';
import { requireOneEnd } from './end-rule.ts';
import { spansBelow } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { requestSpans } from './request-spans.ts';

export const badGateway: Check<Inputs> = {
  id: 'bad-gateway',
  title: 'a payment that fails is answered with 502, and the span says so',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'failed');
    const spans = requestSpans(run);
    requireOneEnd(run);
    for (const [place, span] of spans.entries()) {
      const since = 'payment did not do its part';
      requireAnswer(run, span, { request: `pay${place}`, status: 502, since });
    }
  },
};

export const failureEvent: Check<Inputs> = {
  id: 'failure-event',
  title: 'the trace of a failure holds the exception',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'failed');
    for (const request of requestSpans(run)) {
      const spans = [request, ...spansBelow(run, request)];
      if (spans.some((span) => holdsException(span))) continue;
      throw new Explanation({
        sought: `an \`exception\` event below or on \`${request.name}\`, with what went wrong`,
        found: 'no such event: payment failed, and the trace does not know how',
        because:
          'an error that is thrown leaves no mark on a span by itself, and only an event named ' +
          '`exception` is shown as one',
        next: 'in the catch of ask.ts call `span.recordException(error)`, then throw the error again',
        spans,
      });
    }
  },
};

function holdsException({ events }: Span): boolean {
  return events.some(
    ({ name, attributes }) =>
      name === 'exception' &&
      (attributes['exception.message'] !== undefined || attributes['exception.type'] !== undefined),
  );
}

export const failureStatus: Check<Inputs> = {
  id: 'failure-status',
  title: 'the spans of a failure have the status ERROR',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'failed');
    for (const request of requestSpans(run)) {
      const call = spansBelow(run, request).find(({ name }) => name === 'charge card');
      if (call?.status.code !== 'error') throw notAnError('charge card', call);
      if (request.status.code !== 'error') throw notAnError(request.name, request);
    }
  },
};

function notAnError(name: string, span: Span | undefined): Explanation {
  const hasEvent = span !== undefined && holdsException(span);
  const status = span?.status.code.toUpperCase() ?? 'missing, as is the span';
  return new Explanation({
    sought: `\`${name}\` with the status ERROR, since payment failed`,
    found: `its status is ${status}${hasEvent ? ', with the exception on it' : ''}`,
    because: hasEvent
      ? '`recordException` writes down what happened and passes no judgement: an exception that ' +
        'was dealt with is recorded as well. The status is yours to set'
      : 'the status stays unset until somebody sets it, on each span by itself: neither an error ' +
        'that passes nor a child that failed does',
    next: 'call its `setStatus({ code: SpanStatusCode.ERROR })` in the catch where it learns of the failure',
    spans: span === undefined ? [] : [span],
    kind: 'wrong-field',
  });
}

export const errorType: Check<Inputs> = {
  id: 'error-type',
  title: '`error.type` says what class of failure it was',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'failed');
    for (const span of requestSpans(run)) {
      const type = span.attributes['error.type'];
      const isText = typeof type === 'string' && type.trim() !== '';
      const isMessage = isText && type.includes(run.inputs.trouble);
      if (isText && !isMessage) continue;
      throw new Explanation({
        sought: `\`${span.name}\` with a class of failures in \`error.type\``,
        found: isMessage
          ? '`error.type` holds the whole message of the error'
          : 'there is no text in `error.type`',
        because: isMessage
          ? 'a message is different each time, and failures are counted by their type'
          : 'ERROR says that something failed. To count what fails how often, it takes a word for it',
        next: "set `error.type` to the error's `name`, or to the status code as a string",
        spans: [span],
        kind: 'wrong-field',
      });
    }
  },
};
