import { defineLesson } from '@tracelings/lesson-kit';

export default defineLesson({
  id: 'smallest-lesson',
  title: 'The smallest run',
  minutes: 1,
  learned: '',
  entry: 'main.ts',
  exports: ['main'],
  starterFails: '',
  scenarios: { one: {} },
  inputs: () => null,
  checks: [],
});
