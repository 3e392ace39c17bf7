import { type ComponentChild, h } from 'preact';
import type { RoomCell, RoomState } from '../state/room-state.ts';
import { gradeMarks } from './grade-marks.ts';

/** How many are where, and what to know before believing it. */
export function RoomSummary({ room }: { readonly room: RoomState }): ComponentChild {
  const { learners, lessons, trouble, isTrusted, isFollowed, damaged, source } = room;
  return h(
    'section',
    { class: 'room-summary', 'aria-labelledby': 'room-title' },
    h('p', { class: 'eyebrow' }, isFollowed ? 'The class, as it is graded' : 'The class'),
    h(
      'h1',
      { id: 'room-title' },
      `${counted(learners.length, 'learner')}, ${counted(lessons.length, 'lesson')}`,
    ),
    h('p', { role: 'status', class: 'room-counts' }, countsText(room)),
    trouble !== undefined && h('p', { class: 'room-note' }, trouble),
    isTrusted &&
      h(
        'p',
        { class: 'room-note' },
        'Trusted (--trust): submissions ran with nothing between them and the judge, so one could have forged its grade.',
      ),
    damaged > 0 &&
      h(
        'p',
        { class: 'room-note' },
        `${counted(damaged, 'entry', 'entries')} of the file cannot be read and ${damaged === 1 ? 'is' : 'are'} not shown. The next run of npm run grade grades them again.`,
      ),
    trouble === undefined &&
      h(
        'p',
        { class: 'quiet room-source' },
        isFollowed ? 'Follows ' : 'Read from ',
        h('code', null, source),
      ),
  );
}

function countsText({ learners }: RoomState): string {
  const cells = learners.flatMap((learner) => learner.cells).filter((cell) => cell !== null);
  if (cells.length === 0) return '';
  const words: readonly RoomCell['verdict'][] = [
    'passed',
    'not-yet',
    'could-not-run',
    'infra-error',
  ];
  const parts = words.flatMap((word) => {
    const count = cells.filter(({ verdict }) => verdict === word).length;
    return count === 0 ? [] : [`${count} ${gradeMarks[word].word}`];
  });
  return `${cells.length} graded: ${parts.join(', ')}`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
