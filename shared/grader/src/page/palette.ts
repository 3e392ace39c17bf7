/** The colours of the page, by what they mean. A test holds every pair that meets to WCAG's AA. */
export const palette = {
  light: {
    paper: '#ffffff',
    panel: '#f3f5f7',
    ink: '#1b1f24',
    quiet: '#515962',
    rule: '#868e97',
    link: '#0a5299',
    good: '#176b2c',
    bad: '#a8211a',
    unsure: '#7a4b00',
    bar: '#3b6ea5',
    failed: '#c0362c',
  },
  dark: {
    paper: '#14171b',
    panel: '#1f242a',
    ink: '#e8ebee',
    quiet: '#a9b2bc',
    rule: '#78828d',
    link: '#8bc1ff',
    good: '#6fd08c',
    bad: '#ff9a92',
    unsure: '#f0c36d',
    bar: '#6ea3de',
    failed: '#ff7a70',
  },
} as const;

/** Text in the first colour stands on the second. */
export const textPairs = [
  ['ink', 'paper'],
  ['ink', 'panel'],
  ['quiet', 'paper'],
  ['quiet', 'panel'],
  ['link', 'paper'],
  ['link', 'panel'],
  ['good', 'paper'],
  ['good', 'panel'],
  ['bad', 'paper'],
  ['bad', 'panel'],
  ['unsure', 'paper'],
  ['unsure', 'panel'],
] as const;

/** Shapes in the first colour have to be told from the second. */
export const shapePairs = [
  ['bar', 'paper'],
  ['failed', 'paper'],
  ['rule', 'paper'],
] as const;
