import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '06-abort-leaks',
  title: 'Work that nobody waits for',
  minutes: 35,
  learned: 'Work ends when nobody waits for it any more, and its span says whether it failed.',
  entry: 'main.ts',
  exports: ['startGateway'],
  starterFails: 'spans-end',
  scenarios: {
    longDay: { timeLimitMs: 30_000 },
    customers: { timeLimitMs: 20_000 },
    slowPayment: { timeLimitMs: 30_000 },
  },
  inputs: drawInputs,
  checks,
});
