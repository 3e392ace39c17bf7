import type { VerdictWord } from '../snapshot.ts';

/** A state as a sign and in a word: never by its colour alone. */
export const checkMarks: Record<VerdictWord, { readonly sign: string; readonly word: string }> = {
  passed: { sign: '✓', word: 'passes' },
  'not-yet': { sign: '✗', word: 'does not pass yet' },
  'could-not-run': { sign: '!', word: 'could not be checked' },
  'environment-missing': { sign: '–', word: 'not counted' },
};
