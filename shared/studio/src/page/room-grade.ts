import { type ComponentChild, h } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { GradeState } from '../state/room-state.ts';
import { gradeMarks } from './grade-marks.ts';
import { inlineCode } from './inline-code.ts';
import { useKept } from './kept-request.ts';
import { PictureView } from './picture-view.ts';

interface RoomGradeProps {
  readonly id: string;
  readonly isNameless: boolean;
  readonly close: () => void;
}

/** One learner's grade for one lesson in full: what each check said, and the trace it looked at. */
export function RoomGrade({ id, isNameless, close }: RoomGradeProps): ComponentChild {
  const loaded = useKept<GradeState>('grades', id);
  const place = useRef<HTMLElement>(null);
  // Once more when it is filled, since a browser then keeps what comes after it in its place.
  useEffect(() => bringIntoView(place.current), [id, loaded?.id]);
  return h(
    'section',
    {
      ref: place,
      class: 'card room-grade',
      'aria-label': loaded ? `Grade of ${nameOf(loaded.value, isNameless)}` : 'Grade',
      'aria-busy': loaded === undefined,
    },
    h(
      'button',
      { type: 'button', class: 'close', 'aria-label': 'Close this grade', onClick: close },
      '✕',
    ),
    loaded ? h(Loaded, { grade: loaded.value, isNameless, key: loaded.id }) : h('h2', null, '…'),
  );
}

/** On a narrow page it may stand far from the cell that was chosen. */
function bringIntoView(element: HTMLElement | null): void {
  const top = element?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > window.innerHeight / 2) element?.scrollIntoView({ block: 'start' });
}

interface LoadedProps {
  readonly grade: GradeState;
  readonly isNameless: boolean;
}

function Loaded({ grade, isNameless }: LoadedProps): ComponentChild {
  const { lesson, verdict, points, maxPoints, checks, seed, trace } = grade;
  const { sign, word } = gradeMarks[verdict];
  return h(
    'div',
    null,
    h('p', { class: 'eyebrow' }, lesson.replaceAll('-', ' ')),
    h('h2', { class: 'learner' }, nameOf(grade, isNameless)),
    h(
      'p',
      { class: `grade-line is-${verdict}` },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, sign),
      ` ${word}`,
      verdict !== 'infra-error' &&
        h('span', { class: 'quiet' }, ` · ${points} of ${maxPoints} points`),
      h('span', { class: 'quiet' }, ` · --seed ${seed}`),
    ),
    h(
      'ol',
      { class: 'grade-checks' },
      checks.map((check) => h('li', { key: check.id }, checkOf(check))),
    ),
    trace && h(GradeTrace, { trace }),
  );
}

function nameOf({ learner }: GradeState, isNameless: boolean): string {
  return isNameless ? 'One of the class' : learner || '(no name)';
}

function checkOf({ title, verdict, message }: GradeState['checks'][number]): ComponentChild[] {
  const { sign, word } = gradeMarks[verdict];
  return [
    h('span', { class: `sign is-${verdict}`, 'aria-hidden': 'true' }, sign),
    h(
      'div',
      null,
      inlineCode(title),
      h('span', { class: 'spoken' }, `, ${word}`),
      message !== '' && h('pre', { class: 'message', tabIndex: 0 }, message),
    ),
  ];
}

function GradeTrace({
  trace: { scenario, spansLeftOut, picture },
}: {
  readonly trace: NonNullable<GradeState['trace']>;
}): ComponentChild {
  return h(
    'div',
    { class: 'grade-trace' },
    h('h3', null, `The trace of run “${scenario}”`),
    spansLeftOut > 0 &&
      h('p', { class: 'quiet' }, `${spansLeftOut} more spans are not in the report.`),
    picture ? h(PictureView, { picture }) : h('p', { class: 'quiet' }, 'Its spans cannot be read.'),
  );
}
