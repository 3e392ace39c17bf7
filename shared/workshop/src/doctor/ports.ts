import { once } from 'node:events';
import { createServer } from 'node:net';
import { ownPort } from '../studio/own-port.ts';
import type { Finding } from './finding.ts';

const about = 'Ports';
const anyPort = 0;
/** What `docker/compose.yaml` asks for: the page, and OTLP over gRPC and over HTTP. */
const composePorts = [16_686, 4_317, 4_318];

/** Whether programs can listen on this machine, as several lessons and the page have to. */
export async function examinePorts(page = ownPort(), fixed = composePorts): Promise<Finding> {
  if (!(await isFree(anyPort))) {
    return {
      about,
      state: 'broken',
      found: 'No program can listen on 127.0.0.1, which lessons with HTTP and the page need.',
      mend: 'Look for a firewall or a sandbox that forbids it, and let it allow the loopback.',
    };
  }
  const found = `Programs can listen on 127.0.0.1. ${await pageSentence(page)}`;
  const taken = await takenAmong(fixed);
  if (taken.length === 0) return { about, state: 'good', found };
  return {
    about,
    state: 'lacking',
    found: `${found} Taken: ${taken.join(', ')}. Lessons do not care; docker/compose.yaml does.`,
    mend: 'npm run jaeger takes ports that are free. For the compose file, end what holds them.',
  };
}

async function pageSentence(page: number): Promise<string> {
  return (await isFree(page))
    ? `The page will be at port ${page}.`
    : `The page's own port, ${page}, is taken, perhaps by npm start; any other will do.`;
}

async function takenAmong(ports: readonly number[]): Promise<number[]> {
  const free = await Promise.all(ports.map((port) => isFree(port)));
  return ports.filter((_port, index) => !free[index]);
}

/** Tries it, and gives it back at once. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
