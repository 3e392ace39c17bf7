import type { Book } from '../batch/book.ts';
import { pointsText, sumOf } from '../format/check-words.ts';
import { isolationNotice } from '../format/isolation-notice.ts';
import { classTable } from './class-table.ts';
import { type Html, html } from './html.ts';
import { lessonCards } from './lesson-cards.ts';

const time = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** The notice, what stops most of them, and who is where. */
export function overview(book: Book, createdAt: string): Html {
  const isTrusted = book.isolations.includes('none');
  return html`<header>
      <h1>
        ${counted(book.learners.length, 'learner')}, ${counted(book.lessons.length, 'lesson')}
      </h1>
      <p class="quiet">
        ${counted(book.entries.length, 'grade')}, as of
        <time datetime="${createdAt}">${time.format(new Date(createdAt))} UTC</time>
      </p>
      <p class="notice${isTrusted ? ' trusted' : ''}">${isolationNotice(book.isolations)}</p>
    </header>
    <section>
      <h2 id="stops">What stops most of them</h2>
      ${lessonCards(book)}
    </section>
    <section>
      <h2 id="class">Who is where</h2>
      ${classTable(book)}
    </section> `;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a learner has in all, for a heading. */
export function totalOf(grades: readonly { points: number; maxPoints: number }[]): string {
  const points = sumOf(grades, (grade) => grade.points);
  return pointsText({ points, maxPoints: sumOf(grades, (grade) => grade.maxPoints) });
}
