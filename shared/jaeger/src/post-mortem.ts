import { text } from 'node:stream/consumers';
import { getContainerRuntimeClient } from 'testcontainers';

const logLines = 20;

/** How a container ended; undefined while it runs. */
export async function containerPostMortem(containerId: string): Promise<string | undefined> {
  const state = await stateOf(containerId);
  return state === undefined
    ? `${nameOf(containerId)} is not there any more.`
    : exitReport(containerId);
}

/** The exit code and the last log lines; undefined while it runs and once it is removed. */
export async function exitReport(containerId: string): Promise<string | undefined> {
  const state = await stateOf(containerId);
  if (state === undefined || state.Running || state.Status === 'created') return undefined;
  const { container: containers } = await getContainerRuntimeClient();
  const log = await text(
    await containers.logs(containers.getById(containerId), { tail: logLines }),
  );
  return `${nameOf(containerId)} exited with code ${state.ExitCode}; its last log lines:\n${log.trim()}`;
}

async function stateOf(containerId: string) {
  const { container: containers } = await getContainerRuntimeClient();
  return containers
    .getById(containerId)
    .inspect()
    .then(
      ({ State }) => State,
      () => undefined,
    );
}

function nameOf(containerId: string): string {
  return `Container ${containerId.slice(0, 12)}`;
}
