import { argv, stdin } from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

const sweepEveryMs = 250;
// A request to create a container may still be on its way to the engine when its sender dies, so
// one empty look proves nothing.
const emptySweepsToEnd = 8;
const giveUpAfterMs = 60_000;

const id = argv[2];
if (id === undefined) throw new Error('Usage: node keeper-process.ts <keeper id>');
if (!(await text(stdin)).includes('release')) await sweep(id);

async function sweep(keeperId: string): Promise<void> {
  const { removeKeptContainers } = await import('./container-removal.ts');
  const timeUp = AbortSignal.timeout(giveUpAfterMs);
  let emptySweeps = 0;
  while (emptySweeps < emptySweepsToEnd && !timeUp.aborted) {
    const removed = await removeKeptContainers(keeperId).catch(() => undefined);
    emptySweeps = removed === 0 ? emptySweeps + 1 : 0;
    await sleep(sweepEveryMs);
  }
}
