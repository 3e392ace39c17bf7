import { text } from 'node:stream/consumers';
import { getContainerRuntimeClient } from 'testcontainers';

const logLines = 20;

/** How a container ended, with its last log lines; undefined while it runs. */
export async function containerPostMortem(containerId: string): Promise<string | undefined> {
  const client = await getContainerRuntimeClient();
  const container = client.container.getById(containerId);
  const state = await container.inspect().then(
    ({ State }) => State,
    () => undefined,
  );
  const name = `Container ${containerId.slice(0, 12)}`;
  if (state === undefined) return `${name} is not there any more.`;
  if (state.Running) return undefined;
  const log = await text(await client.container.logs(container, { tail: logLines }));
  return `${name} exited with code ${state.ExitCode}; its last log lines:\n${log.trim() || '(none)'}`;
}
