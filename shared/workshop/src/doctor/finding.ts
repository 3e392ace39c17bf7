/**
 * One thing that was looked at. `lacking`: lessons work without it, something else does not.
 * `broken`: no lesson can be checked until it is mended.
 */
export interface Finding {
  readonly about: string;
  readonly state: 'good' | 'lacking' | 'broken';
  /** What was found, and what it means for whoever learns here. */
  readonly found: string;
  /** What to do; there is always something where the state is not good. */
  readonly mend?: string;
}
