import type { LessonFolder } from '@tracelings/lesson-kit';
import { fileURLToPath } from 'node:url';

/** What the probe is told to look for, all of it outside of the wall. */
export interface ProbeInputs {
  readonly secretFile: string;
  readonly tracesFile: string;
  readonly variable: string;
  /** The judge's own process. */
  readonly judge: number;
  readonly port: number;
}

const directory = fileURLToPath(new URL('.', import.meta.url));

/** In the form of a lesson, so that a wall is tried by what it is used for. */
export const probeLesson: LessonFolder = {
  id: 'probe',
  number: '00',
  directory,
  starter: directory,
  src: directory,
  solution: directory,
  manifest: {
    id: 'probe',
    title: 'A look at the wall from inside',
    minutes: 0,
    learned: '',
    entry: 'main.ts',
    exports: ['main'],
    starterFails: '',
    scenarios: { look: {} },
    inputs: () => null,
    checks: [],
  },
};
