import type { ClassFormat } from '../format/format.ts';
import { overview } from './overview.ts';
import { learnerSection } from './learner-section.ts';
import { pageFoot, pageHead } from './page-frame.ts';

/** One page for the whole class that needs nothing but itself: no script, no network. */
export const classPage: ClassFormat = {
  kind: 'class',
  name: 'html',
  file: 'class.html',
  async *chunks({ book, createdAt }) {
    yield pageHead;
    yield String(overview(book, createdAt));
    let index = 0;
    for await (const [learner, grades] of book.gradesByLearner()) {
      yield String(learnerSection(learner, grades, index));
      index += 1;
    }
    yield pageFoot;
  },
};
