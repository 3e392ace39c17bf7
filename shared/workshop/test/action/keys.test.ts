import { jaegerForTests } from '@tracelings/jaeger';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { PseudoTerminal } from '../fixtures/pseudo-terminal.ts';

const opened = 'a tracer provider is registered';
const back = 'back to the lesson';

describe('the keys of a watched lesson', { timeout: 60_000 }, () => {
  test('l lists the lessons, narrows them down, and jumps', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    await terminal.press('l');
    await terminal.shows('Which lesson?');
    await terminal.type('second');
    const narrowed = await terminal.shows('Which lesson? second');
    expect(narrowed).not.toContain('01-first-span');
    await terminal.press('Enter');
    await terminal.shows(/^02-second-span/m);
    await terminal.shows('q quit');
    await terminal.press('q');
    await terminal.shows('ended with 0');
  });

  test('s shows the walkthrough when it is pressed twice before the lesson passes', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    await terminal.press('s');
    await terminal.shows('s once more');
    await terminal.press('s');
    expect(await terminal.shows(back)).toContain('A first span: the walkthrough');
    await terminal.press('Escape');
    await terminal.shows('q quit');
  });

  test('o shows the lesson to read, and ? every key', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    await terminal.press('o');
    expect(await terminal.shows(back)).toContain('lessons/01-first-span/README.md');
    await terminal.press('q');
    await terminal.shows('q quit');
    await terminal.press('?');
    const help = await terminal.shows(back);
    expect(help).toContain('h  the next hint for the check that fails          npm run hint');
  });

  test('j says what is missing where no container engine is, and the loop goes on', async () => {
    await using world = await openWorld('TRACELINGS_JAEGER_BROKER= DOCKER_HOST=tcp://127.0.0.1:1');
    const { terminal } = world;
    await terminal.press('j');
    const screen = await terminal.shows('The container engine at');
    expect(screen).toContain(`✗ ${opened}`);
  });
});

const { available, title } = await jaegerForTests();

// oxlint-disable-next-line vitest/valid-title -- it says why the group is skipped, where it is
describe.skipIf(!available)(title('the key j on this machine'), { timeout: 60_000 }, () => {
  test('reads the same check from Jaeger, while other keys do not wait', async () => {
    await using world = await openWorld();
    const { terminal } = world;
    await terminal.press('j');
    await terminal.press('?');
    await terminal.shows(back);
    await terminal.press('q');
    expect(await terminal.shows('This is what Jaeger has')).toContain(`✗ ${opened}`);
  });
});

async function openWorld(env = '') {
  const clone = await Clone.make();
  const terminal = await PseudoTerminal.open(clone);
  await terminal.command(clone, 'start', env);
  await terminal.shows(`✗ ${opened}`);
  return {
    clone,
    terminal,
    async [Symbol.asyncDispose](): Promise<void> {
      await terminal[Symbol.asyncDispose]();
      await clone[Symbol.asyncDispose]();
    },
  };
}
