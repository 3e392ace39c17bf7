import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLesson, hintsOf, listLessons, Random, repository } from '@tracelings/lesson-kit';
import type { Evidence, LessonFolder, LessonVerdict } from '@tracelings/lesson-kit';
import { Explanation, type Trace, parseOtlp } from '@tracelings/trace-shape';
import { expect, test } from 'vitest';
import type { Recording } from '../../workshop/src/lesson/recording.ts';
import { plain } from '../../workshop/src/look.ts';
import { wholeScreen } from '../../workshop/src/screen/fitted.ts';
import { hintScreen } from '../../workshop/src/screen/hint.ts';
import { jumpListParts } from '../../workshop/src/screen/jump-list.ts';
import { keptTitle, otherRunsLine } from '../../workshop/src/screen/kept-title.ts';
import { linesScreen } from '../../workshop/src/screen/line.ts';
import { traceLines } from '../../workshop/src/screen/trace.ts';
import { watchingParts } from '../../workshop/src/screen/watching.ts';
import { untouched } from '../../workshop/src/state/progress.ts';

const readme = await readFile(join(repository, 'README.md'), 'utf8');

test('the README shows what the first hint really is', async () => {
  const lesson = await findLesson('01');
  const check = lesson.manifest.starterFails;
  const title = lesson.manifest.checks.find(({ id }) => id === check)?.title ?? '';
  const texts = (await hintsOf(lesson)).get(check) ?? [];
  const hint = { check, title, level: 1, levels: texts.length, text: texts[0] ?? '' };
  expect(pictures()).toContain(hintScreen(hint, 'h gives the next one', plain));
});

// reserve order
// └─ check stock
//    ├─ count item
//    ├─ count item
//    └─ pack order      belongs beside `check stock`
//       ├─ pack item
//       ├─ pack item
//       └─ stick label
test('the README shows what the trace of a failing check really looks like', async () => {
  const trace = await fixture('second-step-in-the-first.json');
  const { title, message, spans } = await failureOf('02', 'siblings', trace);
  const [span] = spans;
  const failing = { title, message, ...(span && { span }) };
  const kept = { subject: 'lessons/02-nested-spans/src', source: 'memory', seed: 7 } as const;
  const { id, manifest } = await findLesson('02');
  const shown = {
    trace,
    title: keptTitle(kept, 'order'),
    others: otherRunsLine({ lesson: id, runs: manifest.scenarios }, 'order'),
  };
  const lines = traceLines({ ...shown, failing, width: 84, most: 40, unfold: '' }, plain);
  expect(pictures()).toContain(linesScreen(lines, plain));
});

test('the README shows what the list really looks like half-way', async () => {
  const lessons = await listLessons();
  const [first, second, current] = lessons;
  const passed = current?.manifest.checks.slice(0, 5).map(({ id }) => id) ?? [];
  const done = [first?.id ?? '', second?.id ?? ''];
  const progress = { ...untouched, done, checks: { [current?.id ?? '']: passed } };
  const list = { kind: 'list', lessons, progress, typed: '', chosen: 2 } as const;
  expect(pictures()).toContain(wholeScreen(jumpListParts(list, plain)));
});

test('the README shows what a lesson says once it passes', async () => {
  const [lesson, next] = await listLessons();
  if (lesson === undefined || next === undefined) throw new Error('There are no lessons.');
  const screen = wholeScreen(
    watchingParts(
      {
        lesson,
        next,
        phase: 'checked',
        judged: {
          verdict: passedOf(lesson),
          remarks: [],
          printed: { stdout: '', stderr: '' },
          recording: recordingOfNothing(lesson),
        },
        todos: [],
        copied: false,
        notices: [],
        hasKeys: true,
      },
      plain,
    ),
  );
  expect(pictures()).toContain(screen);
});

/** Whatever stands in a fence without a language. */
function pictures(): string[] {
  const fences = [...readme.matchAll(/^```(\w*)\n(.*?)\n```$/gms)];
  return fences.flatMap(([, language, text = '']) => (language === '' ? [text] : []));
}

async function fixture(name: string): Promise<Trace> {
  return parseOtlp(JSON.parse(await readFile(join(import.meta.dirname, 'fixtures', name), 'utf8')));
}

/** What a lesson's own check says of a trace. */
async function failureOf(lesson: string, id: string, trace: Trace) {
  const { manifest } = await findLesson(lesson);
  const check = manifest.checks.find((each) => each.id === id);
  try {
    check?.judge({
      trace,
      evidence: finishedWith(trace),
      inputs: manifest.inputs(new Random('7:order')),
    });
  } catch (error) {
    if (!(error instanceof Explanation) || check === undefined) throw error;
    return { title: check.title, message: error.message, spans: error.spans };
  }
  throw new Error(`The check "${id}" of lesson ${lesson} fails no more.`);
}

function finishedWith(trace: Trace): Evidence {
  return {
    started: trace.spans,
    ended: trace.spans,
    exported: trace.spans,
    open: [],
    unrecorded: [],
    endCalls: [],
    registrations: [true],
    diagnostics: [],
    observed: {},
    moments: [],
    ending: { kind: 'finished' },
    handles: [],
    output: { stdout: '', stderr: '' },
    leftProcesses: false,
    durationMs: 0,
  };
}

/** There is a trace to draw, whatever is in it. */
function recordingOfNothing({ id, src }: LessonFolder): Recording {
  return { lesson: id, subject: src, source: 'memory', seed: 7, shown: 'order', runs: {} };
}

function passedOf({ id, manifest }: LessonFolder): LessonVerdict {
  const checks = manifest.checks.map((check) => ({
    id: check.id,
    title: check.title,
    verdict: 'passed' as const,
    points: check.points,
    maxPoints: check.points,
    message: '',
  }));
  const points = checks.reduce((sum, check) => sum + check.points, 0);
  const common = {
    version: 1,
    source: 'memory',
    seed: 7,
    verdict: 'passed',
    durationMs: 0,
  } as const;
  return { ...common, lesson: id, points, maxPoints: points, checks };
}
