import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '09-head-sampling',
  title: 'One trace in ten',
  minutes: 30,
  learned: 'Whether a trace is kept is decided once, where it begins, and travels in a flag.',
  entry: 'main.ts',
  exports: ['main', 'startAlone'],
  starterFails: 'a-tenth',
  scenarios: {
    callers: { services: ['payment', 'inventory', 'gateway'], timeLimitMs: 20_000 },
    rush: { timeLimitMs: 20_000 },
  },
  inputs: drawInputs,
  checks,
});
