import type { Book, BookEntry } from '../batch/book.ts';
import { verdictWords } from '../format/check-words.ts';
import { visibleName } from '../format/visible.ts';
import type { GradeVerdict } from '../grade.ts';
import { type Html, html } from './html.ts';

/** The checks that are shown before somebody asks for the others. */
const mostShown = 3;

/** A card for each lesson: how far the class is, and the checks that stop most. */
export function lessonCards({ entries, lessons, learners }: Book): Html {
  return html`<ul class="lessons">
    ${lessons.map((lesson) =>
      lessonCard(
        lesson,
        entries.filter((entry) => entry.lesson === lesson),
        learners.length,
      ),
    )}
  </ul>`;
}

function lessonCard(lesson: string, entries: readonly BookEntry[], learners: number): Html {
  const shares = sharesOf(entries);
  const missing = learners - entries.length;
  const words = shares.map(({ verdict, count }) => `${count} ${verdictWords[verdict]}`);
  return html`<li>
    <h3>${lesson}</h3>
    ${shareBar(shares, learners)}
    <p class="quiet">
      ${[...words, ...(missing > 0 ? [`${missing} not handed in`] : [])].join(', ')}
    </p>
    ${stopsList(stopsOf(entries), entries.length)}
  </li> `;
}

interface Share {
  readonly verdict: GradeVerdict;
  readonly count: number;
}

function sharesOf(entries: readonly BookEntry[]): Share[] {
  const verdicts: readonly GradeVerdict[] = ['passed', 'not-yet', 'could-not-run', 'infra-error'];
  return verdicts
    .map((verdict) => ({
      verdict,
      count: entries.filter((entry) => entry.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0);
}

function shareBar(shares: readonly Share[], learners: number): Html {
  let before = 0;
  const parts = shares.map(({ verdict, count }) => {
    const x = percent(before / learners);
    before += count;
    return html`<rect
      class="${verdict}"
      x="${x}"
      width="${percent(count / learners)}"
      height="100%"
    />`;
  });
  return html`<svg class="share" aria-hidden="true">
    <rect class="rest" width="100%" height="100%" />
    ${parts}
  </svg>`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

interface Stop {
  readonly title: string;
  readonly count: number;
}

/** The first check to mend, over the learners. */
function stopsOf(entries: readonly BookEntry[]): Stop[] {
  const stopped = entries.flatMap(({ stoppedBy }) => stoppedBy ?? []);
  return [...Map.groupBy(stopped, ({ id }) => id).values()]
    .map((same) => ({ title: same[0]?.title ?? '', count: same.length }))
    .toSorted((one, other) => other.count - one.count);
}

function stopsList(stops: readonly Stop[], learners: number): Html {
  const [first] = stops;
  if (first === undefined)
    return html`<p class="stops">Nothing: every check that was asked passes.</p>`;
  const items = stops.map(({ title, count }) => stopItem(title, count, learners));
  const rest = items.slice(mostShown);
  return html`<div class="stops">
    <ol>
      ${items.slice(0, mostShown)}
    </ol>
    ${
      rest.length > 0 &&
      html`<details>
        <summary>${rest.length} ${rest.length === 1 ? 'check' : 'checks'} more</summary>
        <ol>
          ${rest}
        </ol>
      </details>`
    }
  </div>`;
}

function stopItem(title: string, count: number, learners: number): Html {
  return html`<li>
    <span>${visibleName(title)}</span> <span class="number">${count} of ${learners}</span>
  </li> `;
}
