import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { requireOneEnd } from './end-rule.ts';
import { questions, seenBy } from './facts.ts';
import type { Seen } from './facts.ts';
import type { Inputs } from './inputs.ts';
import { during } from './parts.ts';
import { requestSpans } from './request-spans.ts';

export const serverSpan: Check<Inputs> = {
  id: 'server-span',
  title: 'each request makes one SERVER span',
  points: 1,
  scenario: 'day',
  judge(day) {
    requestSpans(during(day, 'paid'));
  },
};

export const ended: Check<Inputs> = {
  id: 'ended',
  title: 'every span is ended, once',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    requestSpans(run);
    requireOneEnd(run);
  },
};

/** Three orders are looked up, and two of them paid. */
const QUESTIONS = 5;

export const answers: Check<Inputs> = {
  id: 'answers',
  title: 'customers get the answers that they got before',
  points: 1,
  scenario: 'day',
  judge(day) {
    const run = during(day, 'paid');
    requestSpans(run);
    const { orderId, receipt } = run.inputs;
    const wanted = { look: orderId, pay0: receipt, pay1: receipt };
    for (const [name, text] of Object.entries(wanted)) {
      const { status, body } = seenBy(run, name);
      if (status !== 200 || !body.includes(text)) throw otherAnswer(text, status, body);
    }
    const times = questions(run).length;
    if (times !== QUESTIONS) throw otherQuestions(times);
  },
};

function otherAnswer(text: string, status: Seen['status'], body: string): Explanation {
  return new Explanation({
    sought: `the answer that the customer got before: 200, with ${text} in it`,
    found: `${status}, with the body "${body}"`,
    because: 'a function that wraps the work has to pass on what the work gives back',
    next: 'return what `work()` and `answer.json()` give, through every function on the way',
  });
}

function otherQuestions(times: number): Explanation {
  return new Explanation({
    sought: `inventory and payment asked ${QUESTIONS} times, as before`,
    found: `they were asked ${times} times`,
    because: 'the work may have been copied into the span, and not moved',
    next: 'keep one call of `work()` and one of `call()`',
  });
}
