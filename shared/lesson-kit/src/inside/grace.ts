import { isDelivering } from './exporter.ts';
import { record } from './recorder.ts';

/** How long a network may take to confirm what was sent to it. */
const MOST_DELIVERY_MS = 3000;

// Taken before any code of a subject runs, which may replace them.
const exit = process.exit.bind(process);
const activeResources = process.getActiveResourcesInfo.bind(process);

let isDone = false;

/**
 * Lets the process go away by itself. If something still holds it after the grace, that is noted
 * and the process is ended. A delivery under way holds it by right, so that a slow network loses
 * no span that a quick one would have taken.
 */
export function endAfterGrace(graceMs: number, waitedMs = 0): void {
  isDone = true;
  setTimeout(() => {
    if (isDelivering() && waitedMs < MOST_DELIVERY_MS) {
      endAfterGrace(graceMs, waitedMs + graceMs);
      return;
    }
    exit();
  }, graceMs).unref();
}

/** Notes what still holds a process that is done and about to leave, whoever has it leave. */
export function recordHandles(): void {
  const kinds = isDone ? openHandles() : [];
  if (kinds.length > 0) record({ t: 'handles', kinds });
}

/** What is held open besides standard output and standard error, which are pipes to the judge. */
function openHandles(): string[] {
  let pipes = [process.stdout, process.stderr].filter((stream) => !stream.destroyed).length;
  return activeResources().filter((kind) => kind !== 'PipeWrap' || (pipes -= 1) < 0);
}
