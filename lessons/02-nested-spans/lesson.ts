import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '02-nested-spans',
  title: 'Spans inside spans',
  minutes: 30,
  learned: 'A span finds its parent in the context, and you know where a context gets lost.',
  entry: 'main.ts',
  exports: ['main'],
  starterFails: 'steps-inside',
  scenarios: { order: {}, rush: {} },
  inputs: drawInputs,
  checks,
});
