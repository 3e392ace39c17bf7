import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { repository } from '@tracelings/lesson-kit';

/**
 * Runs Node in the repository with these arguments to its end.
 *
 * @throws Error when it ends with another code than 0: a benchmark of a failure measures nothing.
 */
export async function runNode(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): Promise<void> {
  const child = spawn(process.execPath, args, {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...environment },
  });
  const complaints = child.stderr.toArray();
  await once(child, 'exit');
  if (child.exitCode !== 0) {
    const text = Buffer.concat(await complaints).toString();
    throw new Error(`node ${args.join(' ')} ended with ${child.exitCode}.\n${text}`);
  }
}
