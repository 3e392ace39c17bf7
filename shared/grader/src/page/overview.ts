import type { Book, BookEntry } from '../batch/book.ts';
import { pointsText, sumOf, verdictWords } from '../format/check-words.ts';
import { isolationNotice } from '../format/isolation-notice.ts';
import { visibleName } from '../format/visible.ts';
import { type Html, html } from './html.ts';

/** The notice, who is where, and what stops most of them. */
export function overview(book: Book, createdAt: string): Html {
  const isTrusted = book.isolations.includes('none');
  return html`<header>
      <h1>
        ${counted(book.learners.length, 'learner')}, ${counted(book.lessons.length, 'lesson')}
      </h1>
      <p class="quiet">Graded by <time datetime="${createdAt}">${createdAt}</time>.</p>
      <p class="notice${isTrusted ? ' trusted' : ''}">${isolationNotice(book.isolations)}</p>
    </header>
    <section>
      <h2 id="class">Who is where</h2>
      ${classTable(book)}
      <h2 id="stops">What stops most of them</h2>
      ${stopsTable(book)}
    </section> `;
}

/** Where a learner's lesson is on the page. */
export function anchorOf(learner: number, lesson: string): string {
  return `learner-${learner}-${lesson}`;
}

function classTable(book: Book): Html {
  const byLearner = Map.groupBy(book.entries, ({ learner }) => learner);
  const rows = [...byLearner].map(([learner, entries], index) =>
    learnerRow({ learner, entries, index, lessons: book.lessons }),
  );
  return html`<div class="wide" role="region" aria-labelledby="class" tabindex="0">
    <table class="class">
      <thead>
        <tr>
          <th scope="col">Learner</th>
          <th scope="col" class="number">Points</th>
          ${book.lessons.map((lesson) => html`<th scope="col">${lesson}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

interface LearnerRow {
  readonly learner: string;
  readonly entries: readonly BookEntry[];
  readonly index: number;
  readonly lessons: readonly string[];
}

function learnerRow({ learner, entries, index, lessons }: LearnerRow): Html {
  const points = sumOf(entries, (entry) => entry.points);
  const cells = lessons.map((lesson) =>
    cellOf(
      entries.find((entry) => entry.lesson === lesson),
      index,
    ),
  );
  const name = html`<a href="#learner-${index}">${visibleName(learner) || '(no name)'}</a>`;
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${points}</td>
    ${cells}
  </tr> `;
}

function cellOf(entry: BookEntry | undefined, learner: number): Html {
  if (entry === undefined) return html`<td class="quiet">not handed in</td>`;
  const { verdict, points, maxPoints, lesson } = entry;
  const shown = verdict === 'infra-error' ? '' : `, ${points}/${maxPoints}`;
  return html`<td class="${verdict}">
    <a href="#${anchorOf(learner, lesson)}">${verdictWords[verdict]}</a>${shown}
  </td>`;
}

function stopsTable({ entries, lessons }: Book): Html {
  const rows = lessons.flatMap((lesson) => {
    const own = entries.filter((entry) => entry.lesson === lesson);
    return stopsOf(own).map(
      ({ title, count }) =>
        html`<tr>
          <td>${lesson}</td>
          <td>${visibleName(title)}</td>
          <td class="number">${count} of ${own.length}</td>
        </tr> `,
    );
  });
  if (rows.length === 0) return html`<p>Nothing: every check of every lesson passes.</p>`;
  return html`<div class="wide" role="region" aria-labelledby="stops" tabindex="0">
    <table class="class">
      <thead>
        <tr>
          <th scope="col">Lesson</th>
          <th scope="col">First check to mend</th>
          <th scope="col" class="number">Learners</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

interface Stop {
  readonly title: string;
  readonly count: number;
}

/** The first check that does not pass, over the learners; a failure of the grader stops nobody. */
function stopsOf(entries: readonly BookEntry[]): Stop[] {
  const stopped = entries.flatMap(({ stoppedBy, verdict }) =>
    stoppedBy !== undefined && verdict !== 'infra-error' ? [stoppedBy] : [],
  );
  return [...Map.groupBy(stopped, ({ id }) => id).values()]
    .map((same) => ({ title: same[0]?.title ?? '', count: same.length }))
    .toSorted((one, other) => other.count - one.count);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a learner has in all, for a heading. */
export function totalOf(grades: readonly { points: number; maxPoints: number }[]): string {
  const points = sumOf(grades, (grade) => grade.points);
  return pointsText({ points, maxPoints: sumOf(grades, (grade) => grade.maxPoints) });
}
