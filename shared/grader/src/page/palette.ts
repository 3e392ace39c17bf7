/**
 * The colours of the page, by what they mean: those of the learner's page. A test holds every pair
 * that meets to WCAG's AA.
 */
export const palette = {
  light: {
    paper: '#f7f5f1',
    card: '#ffffff',
    sunken: '#f3f0ea',
    ink: '#1e1c19',
    quiet: '#625d55',
    line: '#e2ddd3',
    rule: '#8b857a',
    link: '#0d5c63',
    good: '#1b6e3c',
    bad: '#a62a20',
    'bad-wash': '#fcefec',
    unsure: '#7a4f00',
    partly: '#b87a00',
    'unsure-wash': '#fbf3df',
    'service-0': '#14808a',
    'service-1': '#c2571c',
    'service-2': '#5c5bc4',
    'service-3': '#a83a7c',
  },
  dark: {
    paper: '#15171a',
    card: '#1c1f23',
    sunken: '#131518',
    ink: '#e9e6e0',
    quiet: '#a8a49b',
    line: '#33373c',
    rule: '#7b7f86',
    link: '#6fd0cb',
    good: '#7bd39a',
    bad: '#ff9a8d',
    'bad-wash': '#341e1c',
    unsure: '#ecc069',
    partly: '#d9a53f',
    'unsure-wash': '#322913',
    'service-0': '#4fb8bd',
    'service-1': '#f09a62',
    'service-2': '#a3a2f5',
    'service-3': '#ec8cc3',
  },
} as const;

const grounds = ['paper', 'card', 'sunken'] as const;
const texts = ['ink', 'quiet', 'link', 'good', 'bad', 'unsure'] as const;

/** Text in the first colour stands on the second. */
export const textPairs = [
  ...grounds.flatMap((ground) => texts.map((text) => [text, ground] as const)),
  ['bad', 'bad-wash'],
  ['ink', 'unsure-wash'],
] as const;

/** Shapes in the first colour have to be told from the second. */
export const shapePairs = [
  ['rule', 'card'],
  ['link', 'paper'],
  ['good', 'card'],
  ['bad', 'card'],
  ['partly', 'card'],
  ['service-0', 'card'],
  ['service-1', 'card'],
  ['service-2', 'card'],
  ['service-3', 'card'],
] as const;
