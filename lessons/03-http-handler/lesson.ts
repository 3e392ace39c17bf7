import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '03-http-handler',
  title: 'A request and its span',
  minutes: 30,
  learned:
    'A request is one SERVER span; its name is for all requests, its failure for everyone to see.',
  entry: 'main.ts',
  exports: ['main'],
  starterFails: 'server-span',
  scenarios: { paid: {}, refused: {}, failed: {}, goneAway: {} },
  inputs: drawInputs,
  checks,
});
