import { getContainerRuntimeClient } from 'testcontainers';

/** Every container that the keeper guards carries this label, its value one id for each start. */
export const keeperLabel = 'org.tracelings.jaeger.keeper';

/** Removes the containers labelled with this id, running or not; says how many there were. */
export async function removeKeptContainers(id: string): Promise<number> {
  const { dockerode } = (await getContainerRuntimeClient()).container;
  const filters = { label: [`${keeperLabel}=${id}`] };
  const containers = await dockerode.listContainers({ all: true, filters });
  await Promise.all(
    containers.map(({ Id }) =>
      dockerode.getContainer(Id).remove({ force: true, v: true }).catch(ignoreAlreadyGone),
    ),
  );
  return containers.length;
}

// 404: removed by somebody else meanwhile; 409: somebody else is removing it now.
function ignoreAlreadyGone(error: unknown): void {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status !== 404 && status !== 409) throw error;
}
