import { GradeError } from '../grade-error.ts';
import { classPage } from '../page/class-page.ts';
import { classroom50 } from './classroom50.ts';
import { csv } from './csv.ts';
import { ctrf } from './ctrf.ts';
import type { Format } from './format.ts';
import { gradescope } from './gradescope.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';

const formats: readonly Format[] = [
  json,
  csv,
  classPage,
  markdown,
  gradescope,
  classroom50,
  junit,
  ctrf,
];

/** The names that `--format` takes. */
export const formatNames: readonly string[] = formats.map(({ name }) => name);

/** The formats that were asked for, each once. */
export function chosenFormats(names: readonly string[]): Format[] {
  return [...new Set(names)].map((name) => {
    const format = formats.find((candidate) => candidate.name === name);
    if (format !== undefined) return format;
    throw new GradeError(
      'UNFIT_FORMAT',
      `There is no format "${name}". The formats are: ${formatNames.join(', ')}.`,
    );
  });
}
