import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '03-http-handler',
  title: 'A request and its span',
  minutes: 30,
  learned:
    'A request is one SERVER span, named for all of its kind; its failure is a status that you set.',
  entry: 'main.ts',
  exports: ['main'],
  starterFails: 'server-span',
  scenarios: { day: { judged: ['threw', 'timed-out'] } },
  inputs: drawInputs,
  checks,
});
