import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number)) {
    throw new InvalidArgumentError('It takes a whole number from 0, such as 7.');
  }
  return number;
}

export function count(text: string): number {
  const number = wholeNumber(text);
  if (number === 0) throw new InvalidArgumentError('It takes a whole number from 1, such as 3.');
  return number;
}

/** For an option that may be there several times, and take several words with commas between. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(',').filter((word) => word !== '')];
}
