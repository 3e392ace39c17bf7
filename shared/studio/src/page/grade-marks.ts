import type { RoomCell } from '../state/room-state.ts';

/** A grade as a sign and in words: never by its colour alone. */
export const gradeMarks: Record<
  RoomCell['verdict'],
  { readonly sign: string; readonly word: string }
> = {
  passed: { sign: '✓', word: 'passed' },
  'not-yet': { sign: '✗', word: 'not yet' },
  'could-not-run': { sign: '!', word: 'could not run' },
  'infra-error': { sign: '?', word: 'grader failed' },
};
