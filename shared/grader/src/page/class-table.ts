import type { Book, BookEntry } from '../batch/book.ts';
import { sumOf } from '../format/check-words.ts';
import { visibleName } from '../format/visible.ts';
import { type Html, html } from './html.ts';
import { verdictKey, verdictMark } from './verdict-mark.ts';

/** Where a learner's lesson is on the page. */
export function anchorOf(learner: number, lesson: string): string {
  return `learner-${learner}-${lesson}`;
}

/** A row for each learner, a column for each lesson. */
export function classTable(book: Book): Html {
  const byLearner = Map.groupBy(book.entries, ({ learner }) => learner);
  const rows = [...byLearner].map(([learner, entries], index) =>
    learnerRow({ learner, entries, index, lessons: book.lessons }),
  );
  return html`${verdictKey()}
    <div class="wide card" role="region" aria-labelledby="class" tabindex="0">
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
  if (entry === undefined) {
    return html`<td class="quiet">
      <span aria-hidden="true">–</span><span class="unseen">not handed in</span>
    </td>`;
  }
  const { verdict, points, maxPoints, lesson } = entry;
  const shown = verdict === 'infra-error' ? '' : ` ${points}/${maxPoints}`;
  return html`<td>
    <a class="cell ${verdict}" href="#${anchorOf(learner, lesson)}"
      >${verdictMark(verdict)}${shown}${shown === '' ? '' : meterOf(entry)}</a
    >
  </td>`;
}

function meterOf({ verdict, points, maxPoints }: BookEntry): Html {
  const share = maxPoints === 0 ? 0 : (points / maxPoints) * 100;
  return html`<svg class="meter" aria-hidden="true">
    <rect class="rest" width="100%" height="100%" rx="2" />
    <rect class="${verdict}" width="${share.toFixed(1)}%" height="100%" rx="2" />
  </svg>`;
}
