import { once } from 'node:events';
import type { Server } from 'node:http';

const loopback = '127.0.0.1';

/** Listens on the port, or on any free one where that is taken. Gives the port that it has. */
export async function listen(server: Server, port: number): Promise<number> {
  await tryPort(server, port).catch(async (error: unknown) => {
    if (!isTaken(error)) throw error;
    await tryPort(server, 0);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The page was to be served on a port of 127.0.0.1, and has none.');
  }
  return address.port;
}

async function tryPort(server: Server, port: number): Promise<void> {
  server.listen(port, loopback);
  await once(server, 'listening');
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) return false;
  return error.code === 'EADDRINUSE' || error.code === 'EACCES';
}
