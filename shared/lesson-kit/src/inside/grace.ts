import { record } from './recorder.ts';

const exit = process.exit.bind(process);

/**
 * Lets the process go away by itself. If something still holds it after the grace, that is noted
 * and the process is ended.
 */
export function endAfterGrace(graceMs: number): void {
  setTimeout(() => {
    record({ t: 'handles', kinds: openHandles() });
    exit();
  }, graceMs).unref();
}

/** What is held open besides standard output and standard error, which are pipes to the judge. */
function openHandles(): string[] {
  let pipes = [process.stdout, process.stderr].filter((stream) => !stream.destroyed).length;
  return process.getActiveResourcesInfo().filter((kind) => kind !== 'PipeWrap' || (pipes -= 1) < 0);
}
