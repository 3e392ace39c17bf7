import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { describe, it } from 'vitest';
import { WaitingProcess, launchRehearsed } from '../../src/index.ts';
import { writeSubject } from '../written-subject.ts';

describe.concurrent('a process that waits for a run', () => {
  it.for([
    { givesWay: true, priority: 10 },
    { givesWay: false, priority: getPriority() },
  ])('has the priority $priority where giving way is $givesWay', async (expected, { expect }) => {
    const { givesWay, priority } = expected;
    await using lesson = await writeSubject('', { 'scenarios.ts': 'export {};' });
    using waiting = new WaitingProcess(launchRehearsed(lesson, 'errand', { givesWay }));
    expect(getPriority(waiting.pid)).toBe(priority);
    expect(priorityAmongSessions(waiting.pid) ?? priority).toBe(priority);
  });
});

/** Only Linux has one, and only where it is not switched off. */
function priorityAmongSessions(pid: number | undefined): number | undefined {
  try {
    const nice = / nice (-?\d+)$/m.exec(readFileSync(`/proc/${pid}/autogroup`, 'latin1'))?.[1];
    return nice === undefined ? undefined : Number(nice);
  } catch {
    return undefined;
  }
}
