import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { startCommand } from '../fixtures/command.ts';
import { endlessProgram, isAlive, startedProgram } from '../fixtures/endless-program.ts';
import { until } from '../fixtures/wait.ts';

describe('a check that is interrupted', () => {
  test.for([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s ends the program with it and exits with %i', async ([signal, exitCode]) => {
    await using clone = await Clone.make();
    await clone.write('mine/main.ts', endlessProgram);
    const command = startCommand(clone, ['check', '01', '--json', '--subject', 'mine']);
    const pid = await startedProgram(clone.join('mine'));
    command.kill(signal);
    await once(command, 'close');
    expect(command.exitCode).toBe(exitCode);
    await until('the program to be gone', () => !isAlive(pid));
    expect(await readFile(clone.join('mine/main.ts'), 'utf8')).toBe(endlessProgram);
  });

  test('by kill -9 leaves no program behind', async () => {
    await using clone = await Clone.make();
    await clone.write('mine/main.ts', endlessProgram);
    const command = startCommand(clone, ['check', '01', '--subject', 'mine']);
    const pid = await startedProgram(clone.join('mine'));
    command.kill('SIGKILL');
    await once(command, 'close');
    await until('the program to be gone', () => !isAlive(pid));
    expect(command.signalCode).toBe('SIGKILL');
  });
});
