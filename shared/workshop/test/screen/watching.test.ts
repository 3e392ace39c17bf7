import { describe, expect, test } from 'vitest';
import { type Look, plain } from '../../src/look.ts';
import { fitted, wholeScreen } from '../../src/screen/fitted.ts';
import { watchingParts } from '../../src/screen/watching.ts';
import type { Watching } from '../../src/watch/watching.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';

const lesson = lessonFolder();
const opened: Watching = {
  lesson,
  phase: 'checking',
  todos: [{ file: `${lesson.src}/notifier.ts`, line: 12 }],
  copied: true,
  notices: [],
  hasKeys: true,
};
const failing = judged(['not-yet', 'passed', 'not-yet']);
const passing = judged(['passed', 'passed', 'passed']);
const firstHint = {
  check: 'ended',
  title: 'the span is ended',
  level: 1,
  levels: 3,
  text: 'Which line is the last\nthat runs?',
};

describe('the screen of a watched lesson', () => {
  test('says where to read and edit while the first check runs', () => {
    expect(watchingScreen(opened, plain)).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request  checking …

      Read      lessons/07-background-work/README.md
      Yours     lessons/07-background-work/src, a copy of the starter made now
      Edit      lessons/07-background-work/src/notifier.ts:12

      Checks again on every save · d diff · l list · j Jaeger · o read · x reset ·
      ? help · q quit"
    `);
  });

  test('shows the first failure, where to edit, and what the keys do', () => {
    const screen = watchingScreen({ ...opened, phase: 'checked', judged: failing }, plain);
    expect(screen).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request

        ✓ a tracer provider is registered
        ✗ the span is ended

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      1 more check after this one does not pass yet. 2 of 6 points so far.

      Read      lessons/07-background-work/README.md
      Yours     lessons/07-background-work/src, a copy of the starter made now
      Edit      lessons/07-background-work/src/notifier.ts:12

      Checks again on every save · h hint · d diff · l list · j Jaeger · o read ·
      x reset · ? help · q quit"
    `);
  });

  test('shows a hint for the check that fails, above where to edit', () => {
    const screen = watchingScreen(
      { ...opened, phase: 'checked', judged: failing, hint: firstHint },
      plain,
    );
    expect(screen.slice(screen.indexOf('1 more check'))).toMatchInlineSnapshot(`
      "1 more check after this one does not pass yet. 2 of 6 points so far.

      Hint 1 of 3: the span is ended

      Which line is the last that runs?

      h gives the next one

      Read      lessons/07-background-work/README.md
      Yours     lessons/07-background-work/src, a copy of the starter made now
      Edit      lessons/07-background-work/src/notifier.ts:12

      Checks again on every save · h hint · d diff · l list · j Jaeger · o read ·
      x reset · ? help · q quit"
    `);
  });

  test('drops a hint whose check passes by now', () => {
    const hint = { ...firstHint, check: 'registered' };
    const screen = watchingScreen({ ...opened, phase: 'checked', judged: failing, hint }, plain);
    expect(screen).not.toContain('Hint');
  });

  test('keeps the last verdict while the next one is made', () => {
    const screen = watchingScreen({ ...opened, judged: failing }, plain);
    expect(screen).toContain('checking …');
    expect(screen).toContain('✗ the span is ended');
  });

  test('shows the first failure early, and says nothing of the checks after it', () => {
    const early = verdictOf(['passed', 'not-yet']).checks[1];
    const screen = watchingScreen({ ...opened, judged: passing, early, hint: firstHint }, plain);
    expect(screen.slice(0, screen.indexOf('Read'))).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request  checking …

        ✓ the span is ended
        ✗ a tracer provider is registered

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      The check after this one is still being asked.

      "
    `);
  });

  test('says what was learned, and offers the next lesson, once everything passes', () => {
    const next = lessonFolder('08-silent-failures');
    const screen = watchingScreen({ ...opened, phase: 'checked', judged: passing, next }, plain);
    expect(screen).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request

        ✓ the span is ended
        ✓ a tracer provider is registered
        ✓ the tracer has a name

      All 3 checks pass: 6 of 6 points.

      Learned   Work that goes on by itself gets a trace of its own, with a link to
                its request.
      Why       solutions/07-background-work/README.md walks through a solution
      Next      08-silent-failures · Work that outlives its request

      Checks again on every save · n next lesson · d diff · s walkthrough · l list ·
      j Jaeger · o read · x reset · ? help · q quit"
    `);
  });

  test('offers all lessons once more after the last one', () => {
    const screen = watchingScreen({ ...opened, phase: 'checked', judged: passing }, plain);
    expect(screen).toContain('n all lessons once more');
    expect(screen).not.toContain('n next');
  });

  test('says that the learner’s folder is gone instead of making another', () => {
    const screen = watchingScreen({ ...opened, phase: 'gone', judged: failing }, plain);
    expect(screen).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request

      lessons/07-background-work/src is not there any more. Put it back and the check
      goes on. x puts a fresh copy of the starter there.

      Checks again on every save · l list · o read · x fresh copy · ? help · q quit"
    `);
    const keyless = { ...opened, phase: 'gone' as const, hasKeys: false };
    expect(watchingScreen(keyless, plain)).toContain('quit and run npm start again.');
  });

  test('offers no keys where the terminal gives none', () => {
    const screen = watchingScreen({ ...opened, hasKeys: false }, plain);
    expect(screen.split('\n').at(-1)).toBe('Checks again on every save. Ctrl-C ends it.');
  });

  test.for([80, 50, 30])('fits %i columns, except for messages and paths', (columns) => {
    const notices = ['What has happened to the progress is told in many words, all whole.'];
    const watching = {
      ...opened,
      notices,
      phase: 'checked' as const,
      judged: passing,
      next: lesson,
    };
    const screen = watchingScreen(watching, { ...plain, columns });
    const tooWide = screen.split('\n').filter((line) => line.length > columns);
    expect(tooWide.filter((line) => !/^\S*\s+\S+$/.test(line))).toStrictEqual([]);
  });
});

describe('a lesson that is longer than its terminal', () => {
  const watching = { ...opened, phase: 'checked' as const, judged: failing };

  test('keeps its heading and its keys, and shows the failing check first', () => {
    const { text } = fitted(watchingParts(watching, plain), plain, { columns: 80, rows: 14 });
    expect(text).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request

        ✓ a tracer provider is registered
        ✗ the span is ended

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      ↓ 5 more below
      Checks again on every save · h hint · d diff · l list · j Jaeger · o read ·
      x reset · ? help · q quit"
    `);
  });

  test('shows a hint whole once it was asked for', () => {
    const parts = watchingParts({ ...watching, hint: firstHint }, plain);
    const { text } = fitted(parts, plain, { columns: 80, rows: 14 });
    expect(text).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request

      1 more check after this one does not pass yet. 2 of 6 points so far.

      Hint 1 of 3: the span is ended

      Which line is the last that runs?

      h gives the next one

      ↑ 8 above · ↓ 3 more below
      Checks again on every save · h hint · d diff · l list · j Jaeger · o read ·
      x reset · ? help · q quit"
    `);
  });

  test('says what was learned before it shows the ticks', () => {
    const done = { ...opened, phase: 'checked' as const, judged: passing };
    const { text } = fitted(watchingParts(done, plain), plain, { columns: 80, rows: 12 });
    expect(text).toContain('Learned   ');
    expect(text).toContain('Next      ');
  });
});

function watchingScreen(watching: Watching, look: Look): string {
  return wholeScreen(watchingParts(watching, look));
}

function judged(words: Parameters<typeof verdictOf>[0]) {
  return { verdict: verdictOf(words), remarks: [], printed: { stdout: '', stderr: '' } };
}
