import type { ClassFormat } from './format.ts';
import { isolationNotice } from './isolation-notice.ts';

/** Our own: everything there is, with a schema in this package's folder `schema`. */
export const json: ClassFormat = {
  kind: 'class',
  name: 'json',
  file: 'grades.json',
  async *chunks({ book, createdAt }) {
    const isolation = book.isolations;
    const head = { version: 1, createdAt, isolation, notice: isolationNotice(isolation) };
    yield `${JSON.stringify(head).slice(0, -1)},"grades":[`;
    let separator = '\n';
    for await (const grade of book.grades()) {
      yield `${separator}${JSON.stringify(grade)}`;
      separator = ',\n';
    }
    yield '\n]}\n';
  },
};
