import { verdictWords } from '../format/check-words.ts';
import type { GradeVerdict } from '../grade.ts';
import { type Html, html } from './html.ts';

const marks: Record<GradeVerdict, string> = {
  passed: '✓',
  'not-yet': '○',
  'could-not-run': '✗',
  'infra-error': '?',
};

/** A sign for a verdict, and its words for those who do not see the sign. */
export function verdictMark(verdict: GradeVerdict): Html {
  return html`<span class="${verdict}" aria-hidden="true">${marks[verdict]}</span
    ><span class="unseen">${verdictWords[verdict]}</span>`;
}

/** What the signs mean. */
export function verdictKey(): Html {
  const verdicts: readonly GradeVerdict[] = ['passed', 'not-yet', 'could-not-run', 'infra-error'];
  const entries = verdicts.map(
    (verdict) => html`<li class="${verdict}">${marks[verdict]} ${verdictWords[verdict]}</li> `,
  );
  return html`<ul class="key" aria-hidden="true">
    ${entries}
    <li class="quiet">– not handed in</li>
  </ul>`;
}
