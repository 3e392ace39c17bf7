import { OtlpError, type Trace, parseOtlp } from '@tracelings/trace-shape';
import { messageOf, pointsText, verdictWords } from '../format/check-words.ts';
import { isolationNotice } from '../format/isolation-notice.ts';
import { visibleName } from '../format/visible.ts';
import type { Grade, GradeTrace, GradedCheck } from '../grade.ts';
import { type Html, html } from './html.ts';
import { anchorOf, totalOf } from './overview.ts';
import { waterfallTable } from './waterfall-table.ts';

/** One learner: each lesson with its checks, their messages, and the trace beside them. */
export function learnerSection(learner: string, grades: readonly Grade[], index: number): Html {
  const name = visibleName(learner) || '(no name)';
  return html`<section class="learner" id="learner-${index}" aria-label="${name}">
    <h2>${name}: ${totalOf(grades)}</h2>
    ${grades.map((grade) => lessonDetails(grade, index))}
  </section> `;
}

/** The anchor is inside, so that a link to it opens what is around it. */
function lessonDetails(grade: Grade, learner: number): Html {
  const { lesson, verdict } = grade;
  return html`<details>
    <summary>
      ${lesson}: <span class="${verdict}">${verdictWords[verdict]}</span>, ${pointsText(grade)}
    </summary>
    <div id="${anchorOf(learner, lesson)}">
      <ul class="checks">
        ${grade.checks.map(checkItem)}
      </ul>
      ${grade.trace && traceFigure(grade.trace)}
      <p class="quiet">${circumstances(grade)}</p>
    </div>
  </details> `;
}

function checkItem(check: GradedCheck): Html {
  const message = messageOf(check);
  const words = `${check.verdict === 'passed' ? '✓' : '✗'} ${verdictWords[check.verdict]}`;
  return html`<li>
    <span class="${check.verdict}">${words}</span> ${check.points}/${check.maxPoints}
    ${visibleName(check.title)}${message === '' ? '' : html`<pre>${message}</pre>`}
  </li> `;
}

function traceFigure({ otlp, scenario, spansLeftOut, failing }: GradeTrace): Html {
  const trace = readTrace(otlp);
  if (trace === undefined) return html`<p class="quiet">Its trace cannot be drawn.</p>`;
  const run = visibleName(scenario);
  const marked = failing && trace.find(failing.traceId, failing.spanId);
  const rest = spansLeftOut === 0 ? '' : ` ${spansLeftOut} spans more are left out here.`;
  return html`<div class="wide" role="region" aria-label="Trace of the run ${run}" tabindex="0">
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
