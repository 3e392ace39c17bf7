import { getContainerRuntimeClient } from 'testcontainers';
import { keeperLabel } from '../src/container-removal.ts';

/** The containers labelled with this keeper's id, in whatever state they are. */
export async function keptContainers(id: string | undefined): Promise<string[]> {
  const { dockerode } = (await getContainerRuntimeClient()).container;
  const filters = { label: [`${keeperLabel}=${id}`] };
  const found = await dockerode.listContainers({ all: true, filters });
  return found.map(({ Id, State }) => `${Id.slice(0, 12)} (${State})`);
}
