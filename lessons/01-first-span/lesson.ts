import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '01-first-span',
  title: 'A first span',
  minutes: 20,
  learned: 'A span is seen once it has ended and been delivered; each of the two is yours to do.',
  entry: 'main.ts',
  exports: ['main'],
  starterFails: 'registered',
  scenarios: { order: {}, declined: {}, brokenExporter: {} },
  inputs: drawInputs,
  checks,
});
