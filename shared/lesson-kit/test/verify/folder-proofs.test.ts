import { describe, it } from 'vitest';
import type { LessonFolder } from '../../src/index.ts';
import type { Complaint } from '../../src/verify/complaint.ts';
import { proveCoverage, proveNeverVacuous } from '../../src/verify/coverage-proof.ts';
import { proveFiles } from '../../src/verify/files-proof.ts';
import { proveHints } from '../../src/verify/hints-proof.ts';
import { proveManifest } from '../../src/verify/manifest-proof.ts';
import { proveOddValues } from '../../src/verify/odd-values-proof.ts';
import { proveProse } from '../../src/verify/prose-proof.ts';
import { proveStarter } from '../../src/verify/starter-proof.ts';
import { BrokenLesson } from './broken-lesson.ts';

type Proof = (lesson: LessonFolder) => Promise<Complaint[]>;
type Edits = Parameters<typeof BrokenLesson.copy>[0];

/** What a proof complains of in a lesson broken in this way. */
async function complaintsOf(prove: Proof, edits: Edits): Promise<string> {
  await using broken = await BrokenLesson.copy(edits);
  return broken.said(await prove(broken.lesson));
}

function replacing(old: string | RegExp, fresh: string): (text: string) => string {
  return (text) => text.replaceAll(old, fresh);
}

const removed = (): undefined => undefined;
const written = (text: string) => (): string => text;

describe.concurrent('a lesson that is right', () => {
  it.for([
    ['manifest', proveManifest],
    ['files', proveFiles],
    ['starter', proveStarter],
    ['hints', proveHints],
    ['prose', proveProse],
    ['coverage', proveCoverage],
    ['never vacuous', proveNeverVacuous],
    ['odd values', proveOddValues],
  ] as const)('has no complaint about its %s', async ([, prove], { expect }) => {
    expect(await complaintsOf(prove, {})).toBe('');
  });
});

describe.concurrent('the manifest is complained of when', () => {
  it('its id is not the name of its folder', async ({ expect }) => {
    const edits = { 'lesson/lesson.ts': replacing("'01-errand'", "'02-errand'") };
    expect(await complaintsOf(proveManifest, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/lesson.ts: the id "02-errand" is not the folder's name; write "01-errand""`,
    );
  });

  it('a lesson has too few checks', async ({ expect }) => {
    const edits = { 'lesson/lesson.ts': replacing('  checks,', '  checks: checks.slice(0, 2),') };
    expect(await complaintsOf(proveManifest, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/lesson.ts: there are 2 checks; a lesson has at least 5

      lessons/01-errand/lesson.ts: no check reads the scenario "again"; remove it"
    `);
  });

  it('the starter fails at no check of it', async ({ expect }) => {
    const edits = { 'lesson/lesson.ts': replacing("'registered'", "'registred'") };
    expect(await complaintsOf(proveManifest, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/lesson.ts: starterFails names "registred", which is no check; name one of registered, one-span, ended, delivered, order-named"`,
    );
  });

  it('two checks have one id', async ({ expect }) => {
    const edits = { 'lesson/checks.ts': replacing("'ended'", "'delivered'") };
    expect(await complaintsOf(proveManifest, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/lesson.ts: two checks have the id "delivered"; rename one"`,
    );
  });

  it('an id is not kebab-case', async ({ expect }) => {
    const edits = { 'lesson/checks.ts': replacing("'one-span'", "'oneSpan'") };
    expect(await complaintsOf(proveManifest, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/lesson.ts: the check id "oneSpan" is not kebab-case; rename it"`,
    );
  });

  it('points are not whole', async ({ expect }) => {
    const edits = { 'lesson/checks.ts': replacing('points: 2', 'points: 0.5') };
    expect(await complaintsOf(proveManifest, edits)).toContain(
      'the check "ended" has 0.5 points; give it a whole number, at least 1',
    );
  });

  it('scenarios do not fit', async ({ expect }) => {
    const edits = { 'lesson/lesson.ts': replacing('again:', 'aagin:') };
    expect(await complaintsOf(proveManifest, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/lesson.ts: a check reads the scenario "again", which the manifest does not list; add it

      lessons/01-errand/lesson.ts: no check reads the scenario "aagin"; remove it

      lessons/01-errand/lesson.ts: scenarios.ts exports no "aagin"; it exports errand, again"
    `);
  });
});

describe.concurrent('the files are complained of when', () => {
  it('nothing claims one', async ({ expect }) => {
    const edits = {
      'lesson/notes.ts': written(''),
      'solution/old/main.ts': written(''),
      'solution/mistakes/notes.md': written(''),
    };
    expect(await complaintsOf(proveFiles, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/notes.ts: nothing claims this file; remove it, or import it where it is needed

      solutions/01-errand/mistakes/notes.md: nothing claims this file; remove it, or import it where it is needed

      solutions/01-errand/old/main.ts: nothing claims this file; remove it, or import it where it is needed"
    `);
  });

  it('a mistake or an alternative does not say what it is', async ({ expect }) => {
    const edits = {
      'solution/mistakes/open-span/mistake.json': removed,
      'solution/alternatives/batched/alternative.json': removed,
    };
    expect(await complaintsOf(proveFiles, edits)).toMatchInlineSnapshot(`
      "solutions/01-errand/mistakes/open-span: has no mistake.json, so nothing is proved of it; write one, or remove the folder

      solutions/01-errand/alternatives/batched: has no alternative.json, so nothing is proved of it; write one, or remove the folder"
    `);
  });

  it('a mistake repeats a file of the solution', async ({ expect }) => {
    const edits = {
      'solution/src/more.ts': written('export const more = 1;\n'),
      'solution/mistakes/open-span/more.ts': written('export const more = 1;\n'),
    };
    expect(await complaintsOf(proveFiles, edits)).toMatchInlineSnapshot(
      `"solutions/01-errand/mistakes/open-span/more.ts: is the same as in the solution; remove it, only what differs belongs here"`,
    );
  });
});

describe.concurrent('the starter is complained of when', () => {
  it('a file is only in the solution, or only in the starter', async ({ expect }) => {
    const edits = {
      'solution/src/more.ts': written(''),
      'lesson/starter/less.ts': written(''),
    };
    expect(await complaintsOf(proveStarter, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/starter/less.ts: is in the starter and not in the solution; add it to both

      lessons/01-errand/starter/more.ts: is in the solution and not in the starter; add it to both"
    `);
  });

  it('it says nowhere what to do', async ({ expect }) => {
    const edits = { 'lesson/starter/main.ts': replacing(/ *\/\/ TODO.*\n/g, '') };
    expect(await complaintsOf(proveStarter, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/starter/main.ts: differs from the solution without a "// TODO"; mark the place, or make them the same

      lessons/01-errand/starter: no file holds a "// TODO"; say where the learner has to work"
    `);
  });

  it('the solution leaves something to do', async ({ expect }) => {
    const edits = { 'solution/src/main.ts': (text: string) => `// TODO more\n${text}` };
    expect(await complaintsOf(proveStarter, edits)).toMatchInlineSnapshot(
      `"solutions/01-errand/src/main.ts: the solution still holds a "// TODO"; do it"`,
    );
  });

  it('a file is long', async ({ expect }) => {
    const edits = { 'lesson/starter/main.ts': (text: string) => text + '\n'.repeat(100) };
    expect(await complaintsOf(proveStarter, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/starter/main.ts: has 113 lines; a starter file has at most 100"`,
    );
  });
});

describe.concurrent('the hints are complained of when', () => {
  it('they are missing', async ({ expect }) => {
    expect(await complaintsOf(proveHints, { 'lesson/hints.md': removed })).toMatchInlineSnapshot(
      `"lessons/01-errand/hints.md: is missing; write three hints for each check"`,
    );
  });

  it('a check has none, another two, and a third is no check', async ({ expect }) => {
    const edits = {
      'lesson/hints.md': (text: string) =>
        text.replace('## ended', '## endde').replace('2. Look at `trace`', 'Look at `trace`'),
    };
    expect(await complaintsOf(proveHints, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/hints.md: "## registered" has 2 numbered hints; write 3: a question, a pointer, nearly the answer

      lessons/01-errand/hints.md: "## ended" has 0 numbered hints; write 3: a question, a pointer, nearly the answer

      lessons/01-errand/hints.md: there are hints for "endde", which is no check; rename or remove them"
    `);
  });

  it('the first of them asks nothing', async ({ expect }) => {
    const edits = { 'lesson/hints.md': replacing('When is the work over?', 'It is over.') };
    expect(await complaintsOf(proveHints, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/hints.md: the first hint for "ended" asks nothing; make it a question"`,
    );
  });
});

describe.concurrent('the prose is complained of when', () => {
  it('a word belittles the work', async ({ expect }) => {
    const edits = {
      'lesson/README.md': written('# An errand\n\nYou simply end it.\n'),
      'lesson/starter/main.ts': (text: string) => `// Obviously wrong, of course.\n${text}`,
      'lesson/lesson.ts': replacing("'An errand'", "'Just an errand'"),
      'solution/mistakes/open-span/message.txt': written('Just end it.\n'),
      'solution/mistakes/open-span/mistake.json': written('{"check":"ended","why":"just so"}'),
      'solution/README.md': written('Adjust and justify: no such word.\n'),
    };
    expect(await complaintsOf(proveProse, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/README.md:3: "simply" tells a stuck reader that this should have been easy; leave it out

      lessons/01-errand/starter/main.ts:1: "Obviously" tells a stuck reader that this should have been easy; leave it out

      lessons/01-errand/starter/main.ts:1: "of course" tells a stuck reader that this should have been easy; leave it out

      solutions/01-errand/mistakes/open-span/message.txt:1: "Just" tells a stuck reader that this should have been easy; leave it out

      solutions/01-errand/mistakes/open-span/mistake.json:1: "just" tells a stuck reader that this should have been easy; leave it out

      lessons/01-errand/lesson.ts: "Just" tells a stuck reader that this should have been easy; leave it out"
    `);
  });
});

describe.concurrent('the coverage is complained of when', () => {
  it('a check catches no mistake, and there are few', async ({ expect }) => {
    const edits = {
      'solution/mistakes/no-registration': removed,
      'solution/alternatives/batched': removed,
    };
    expect(await complaintsOf(proveCoverage, edits)).toMatchInlineSnapshot(`
      "solutions/01-errand: no mistake fails first at "registered"; write one, or remove the check

      solutions/01-errand: the number of mistakes is 6; write at least 7

      solutions/01-errand: the number of alternatives is 1; write at least 2"
    `);
  });

  it('a mistake does not say what it fails', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/mistakes/open-span/mistake.json': written('{"chek": "ended"}'),
    });
    const error: unknown = await proveCoverage(broken.lesson).catch((reason: unknown) => reason);
    const message = error instanceof Error ? error.message : '';
    expect(broken.said([{ file: 'error', message }])).toMatchInlineSnapshot(
      `"error: solutions/01-errand/mistakes/open-span/mistake.json has no text under "check". Write it as JSON."`,
    );
  });

  it('a check passes on an empty trace, or breaks on it', async ({ expect }) => {
    const edits = {
      'lesson/checks.ts': (text: string) =>
        text
          .replace('evidence.ended.length > 0 && ', '')
          .replace(
            "trace.spans[0]?.attributes['order.id']",
            "trace.spans[0]!.attributes['order.id']",
          ),
    };
    expect(await complaintsOf(proveNeverVacuous, edits)).toMatchInlineSnapshot(`
      "lessons/01-errand/checks.ts: the check "ended" passes on an empty trace; ask first that the span is there

      lessons/01-errand/checks.ts: the check "order-named" breaks on an empty trace (TypeError: Cannot read properties of undefined (reading 'attributes')); let it throw an Explanation"
    `);
  });

  it('a check breaks on a value that an attribute hardly ever has', async ({ expect }) => {
    const text = "JSON.stringify(trace.spans[0]?.attributes['order.id'])";
    const edits = {
      'lesson/checks.ts': replacing(
        "trace.spans[0]?.attributes['order.id'] === inputs.orderId",
        `${text} === JSON.stringify(inputs.orderId)`,
      ),
    };
    expect(await complaintsOf(proveOddValues, edits)).toMatchInlineSnapshot(
      `"lessons/01-errand/checks.ts: the check "order-named" breaks where "order.id" is a large number (TypeError: Do not know how to serialize a BigInt); let it throw an Explanation"`,
    );
  });
});
