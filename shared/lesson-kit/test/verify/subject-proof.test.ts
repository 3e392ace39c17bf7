import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { memorySource } from '../../src/index.ts';
import type { Source } from '../../src/index.ts';
import { subjectProofs } from '../../src/verify/subject-proof.ts';
import type { SubjectProofOptions } from '../../src/verify/subject-proof.ts';
import { BrokenLesson } from './broken-lesson.ts';

const OPTIONS: SubjectProofOptions = { sources: [memorySource()], seeds: [1] };

/** A Jaeger that has lost everything. */
const FORGETFUL: Source = {
  kind: 'jaeger',
  sink: { kind: 'memory' },
  read: () => Promise.resolve([]),
};

/** What the one proof complains of whose title begins so. */
async function complaintsOf(
  broken: BrokenLesson,
  title: string,
  options = OPTIONS,
): Promise<string> {
  const proofs = await subjectProofs(broken.lesson, options);
  const [proof, ...more] = proofs.filter((candidate) => candidate.title.startsWith(title));
  if (proof === undefined || more.length > 0) {
    throw new Error(`"${title}" is the title of ${more.length} proofs, not of one.`);
  }
  return broken.said(await proof.run());
}

describe.concurrent('every subject of a lesson has its proof', () => {
  it('the starter, the solution, the alternatives and the mistakes', async ({ expect }) => {
    await using right = await BrokenLesson.copy();
    const proofs = await subjectProofs(right.lesson, OPTIONS);
    expect(proofs.map((proof) => proof.title)).toMatchInlineSnapshot(`
      [
        "the starter fails first at registered",
        "the solution passes",
        "the alternative attribute-later passes",
        "the alternative batched passes",
        "the mistake a-span-too-many fails first at one-span",
        "the mistake exit-at-once fails first at delivered",
        "the mistake no-registration fails first at registered",
        "the mistake no-shutdown fails first at delivered",
        "the mistake open-span fails first at ended",
        "the mistake order-misnamed fails first at order-named",
        "the mistake two-spans fails first at one-span",
      ]
    `);
  });

  it.for(['the starter', 'the solution', 'the alternative batched'])(
    'and %s has no complaint',
    async (title, { expect }) => {
      await using right = await BrokenLesson.copy();
      expect(await complaintsOf(right, title, { ...OPTIONS, seeds: [1, 2] })).toBe('');
    },
  );
});

describe.concurrent('a subject is complained of when', () => {
  it('the starter passes', async ({ expect }) => {
    await using broken = await BrokenLesson.copy();
    const solution = await readFile(join(broken.lesson.solution, 'src/main.ts'), 'utf8');
    await using solved = await BrokenLesson.copy({ 'lesson/starter/main.ts': () => solution });
    expect(await complaintsOf(solved, 'the starter')).toMatchInlineSnapshot(`
      "lessons/01-errand/starter: is meant as one that fails first at "registered", but it passes everything
      Mend the check, or what is declared. (seed 1)"
    `);
  });

  it('the starter cannot run', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({ 'lesson/starter/main.ts': () => 'const a = ;' });
    expect(await complaintsOf(broken, 'the starter')).toMatchInlineSnapshot(`
      "lessons/01-errand/starter: is meant to fail at a check, but it could not be judged:
      The program could not be loaded: SyntaxError: Expression expected, at main.ts:1
      Nothing was checked yet. Mend main.ts or what it imports, and save again. (seed 1)"
    `);
  });

  it('the solution fails', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/src/main.ts': (text) => text.replace('  span.end();\n', ''),
    });
    expect(await complaintsOf(broken, 'the solution')).toMatchInlineSnapshot(`
      "solutions/01-errand/src: is meant as one that passes, but it fails first at "ended" with:
      Expected  an ended span
      Found     an open one
      Next      Call end().
      Mend the check, or what is declared. (seed 1)"
    `);
  });

  it('a mistake passes', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/mistakes/open-span/main.ts': () => undefined,
    });
    expect(await complaintsOf(broken, 'the mistake open-span')).toMatchInlineSnapshot(`
      "solutions/01-errand/mistakes/open-span: is meant as one that fails first at "ended", but it passes everything
      Mend the check, or what is declared. (seed 1)"
    `);
  });

  it('a mistake fails at another check', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/mistakes/open-span/mistake.json': (text) => text.replace('ended', 'delivered'),
    });
    expect(await complaintsOf(broken, 'the mistake open-span')).toMatchInlineSnapshot(`
      "solutions/01-errand/mistakes/open-span: is meant as one that fails first at "delivered", but it fails first at "ended" with:
      Expected  an ended span
      Found     an open one
      Next      Call end().
      Mend the check, or what is declared. (seed 1)"
    `);
  });

  it('a mistake gets another message than is declared', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/mistakes/order-misnamed/message.txt': () => 'Something is wrong.\n',
    });
    expect(await complaintsOf(broken, 'the mistake order-misnamed')).toMatchInlineSnapshot(`
      "solutions/01-errand/mistakes/order-misnamed: gets another message than message.txt declares:
      Expected  order.id = ‹orderId›
      Found     another value, or none
      Next      Set the attribute order.id.
      Run verify with --update, and read what it wrote. (seed 1)"
    `);
  });

  it('no message is declared', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/mistakes/order-misnamed/message.txt': () => undefined,
    });
    expect(await complaintsOf(broken, 'the mistake order-misnamed')).toContain(
      'gets another message than message.txt declares',
    );
  });

  it('a message does not say what to do', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'lesson/checks.ts': (text) => text.replace(", next: 'Call end().'", ''),
    });
    expect(await complaintsOf(broken, 'the mistake open-span')).toMatchInlineSnapshot(`
      "solutions/01-errand/mistakes/open-span: fails at "ended" with a message that does not say what to do next; give it a \`next\` (seed 1)

      solutions/01-errand/mistakes/open-span: gets another message than message.txt declares:
      Expected  an ended span
      Found     an open one
      Run verify with --update, and read what it wrote. (seed 1)"
    `);
  });

  it('memory and Jaeger disagree', async ({ expect }) => {
    await using right = await BrokenLesson.copy();
    const options = { ...OPTIONS, sources: [memorySource(), FORGETFUL] } as const;
    expect(await complaintsOf(right, 'the solution', options)).toMatchInlineSnapshot(`
      "solutions/01-errand/src: "order-named" is passed from memory and not-yet from jaeger; write the check for what is true in both
      Expected  order.id = order-ee973a66
      Found     another value, or none
      Next      Set the attribute order.id. (seed 1)"
    `);
  });

  it('Jaeger finds another failure in its turn', async ({ expect }) => {
    await using right = await BrokenLesson.copy();
    const sources = [memorySource(), FORGETFUL] as const;
    const options = { sources, seeds: [1, 2], takeTurns: true };
    expect(await complaintsOf(right, 'the mistake open-span', options)).toBe('');
    expect(await complaintsOf(right, 'the solution', options)).toMatchInlineSnapshot(`
      "solutions/01-errand/src: is meant as one that passes, but it fails first at "order-named" with:
      Expected  order.id = order-d0093db8
      Found     another value, or none
      Next      Set the attribute order.id.
      Mend the check, or what is declared. (seed 2, from jaeger)"
    `);
  });

  it('it fails for some inputs alone', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/src/main.ts': (text) =>
        text.replace('  span.end();', `  if (/[0-7]$/.test(orderId)) span.end();`),
    });
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
    const said = await complaintsOf(broken, 'the solution', { ...OPTIONS, seeds });
    expect(said).toMatch(/fails first at "(ended|order-named)".*\(seed \d\)/s);
  });
});

describe.concurrent('a declared message', () => {
  it('is written on demand, and holds for every seed', async ({ expect }) => {
    await using broken = await BrokenLesson.copy({
      'solution/mistakes/order-misnamed/message.txt': () => undefined,
    });
    const title = 'the mistake order-misnamed';
    expect(await complaintsOf(broken, title, { ...OPTIONS, update: true })).toBe('');
    const file = join(broken.lesson.solution, 'mistakes/order-misnamed/message.txt');
    expect(await readFile(file, 'utf8')).toMatchInlineSnapshot(`
      "Expected  order.id = ‹orderId›
      Found     another value, or none
      Next      Set the attribute order.id.
      "
    `);
    expect(await complaintsOf(broken, title, { ...OPTIONS, seeds: [4, 5] })).toBe('');
  });
});
