import { execFile } from 'node:child_process';
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';
import { limitedCommand } from '../../src/sandbox/limited-command.ts';
import { usualLimits } from '../../src/sandbox/limits.ts';

const run = promisify(execFile);
const show = ['sh', '-c', 'for limit in t f n c; do ulimit -$limit; done; ulimit -d'];

describe('a limited command', () => {
  it('limits memory by itself where no group does', async ({ expect }) => {
    const [command, ...args] = limitedCommand(show, usualLimits, undefined);
    const { stdout } = await run(command, args);
    expect(stdout.split('\n').slice(0, 5)).toEqual(['10', '32768', '256', '0', '1048576']);
  });

  it('is in its groups before it does anything', async ({ expect }) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'entrances-'));
    const entrances = ['memory', 'pids'].map((name) => join(folder.path, name));
    for (const entrance of entrances) await writeFile(entrance, '');
    const group = { entrances, putBack: () => Promise.resolve() };
    const [command, ...args] = limitedCommand(['sh', '-c', 'echo $$'], usualLimits, group);
    const { stdout } = await run(command, args);
    for (const entrance of entrances) expect(await readFile(entrance, 'utf8')).toBe(stdout);
  });

  it('is not run where its groups cannot be entered', async ({ expect }) => {
    const group = { entrances: ['/nowhere/cgroup.procs'], putBack: () => Promise.resolve() };
    const [command, ...args] = limitedCommand(['echo', 'it ran'], usualLimits, group);
    await expect(run(command, args)).rejects.toMatchObject({ stdout: '' });
  });
});
