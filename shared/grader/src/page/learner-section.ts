import { OtlpError, type Trace, parseOtlp } from '@tracelings/trace-shape';
import { messageOf, pointsText, verdictWords } from '../format/check-words.ts';
import { isolationNotice } from '../format/isolation-notice.ts';
import { visibleName } from '../format/visible.ts';
import type { Grade, GradeTrace, GradedCheck } from '../grade.ts';
import { type Html, html } from './html.ts';
import { anchorOf } from './class-table.ts';
import { totalOf } from './overview.ts';
import { verdictMark } from './verdict-mark.ts';
import { waterfallTable } from './waterfall-table.ts';

/** One learner: each lesson with its checks, their messages, and the trace beside them. */
export function learnerSection(learner: string, grades: readonly Grade[], index: number): Html {
  const name = visibleName(learner) || '(no name)';
  return html`<section class="learner" id="learner-${index}" aria-label="${name}">
    <div class="who">
      <h2>${name}<span class="quiet">: ${totalOf(grades)}</span></h2>
      <a href="#class">Back to the class</a>
    </div>
    <div class="card">${grades.map((grade) => lessonDetails(grade, index))}</div>
  </section> `;
}

/** The anchor is inside, so that a link to it opens what is around it. */
function lessonDetails(grade: Grade, learner: number): Html {
  const { lesson, verdict } = grade;
  return html`<details>
    <summary>
      <strong>${lesson}</strong>: <span class="${verdict}">${verdictWords[verdict]}</span>,
      ${pointsText(grade)}
    </summary>
    <div id="${anchorOf(learner, lesson)}">
      <ul class="checks">
        ${grade.checks.map(checkItem)}
      </ul>
      ${grade.trace && traceFigure(grade.trace)}
      <p class="quiet about">${circumstances(grade)}</p>
    </div>
  </details> `;
}

function checkItem(check: GradedCheck): Html {
  const message = messageOf(check);
  return html`<li>
    ${verdictMark(check.verdict)} <span>${visibleName(check.title)}</span>
    <span class="number quiet">${check.points}/${check.maxPoints}</span>
    ${message === '' ? '' : html`<pre>${labelled(message)}</pre>`}
  </li> `;
}

/** The words that an explanation's parts begin with stand out. */
function labelled(message: string): Html[] {
  return message
    .split(/^(Expected|Found|Perhaps|Next)(?= )/m)
    .map((part, index) => (index % 2 === 1 ? html`<b>${part}</b>` : html`${part}`));
}

function traceFigure({ otlp, scenario, spansLeftOut, failing }: GradeTrace): Html {
  const trace = readTrace(otlp);
  if (trace === undefined) return html`<p class="quiet">Its trace cannot be drawn.</p>`;
  const run = visibleName(scenario);
  const marked = failing && trace.find(failing.traceId, failing.spanId);
  const rest = spansLeftOut === 0 ? '' : ` ${spansLeftOut} spans more are left out here.`;
  return html`<div class="wide" role="group" aria-label="Trace of the run ${run}" tabindex="0">
    <figure>
      <figcaption>The trace of the run “${run}”.${rest}</figcaption>
      ${trace.isEmpty ? undefined : waterfallTable(trace, marked)}
    </figure>
  </div>`;
}

/** What came out of a submission may be within its limits and still be no trace. */
function readTrace(otlp: GradeTrace['otlp']): Trace | undefined {
  try {
    return parseOtlp(otlp);
  } catch (error) {
    if (error instanceof OtlpError) return undefined;
    throw error;
  }
}

function circumstances(grade: Grade): string {
  return [
    isolationNotice([grade.isolation]),
    `Seed ${grade.seed}, submission ${grade.submissionHash.slice(0, 12)},`,
    `lesson ${grade.lessonVersion.slice(0, 12)}, grader ${grade.graderVersion},`,
    `judged at ${grade.gradedAt}${grade.recalled ? ' and given again' : ''}.`,
  ].join(' ');
}
