import { repository } from '@tracelings/lesson-kit';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs';
import { mkdtempDisposable, open, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** What an attack is after, made for it alone, so that whatever was taken shows. */
export interface Baits extends AsyncDisposable {
  /** What stands in the sources as `%NAME%`. */
  readonly words: Readonly<Record<string, string>>;
  /** What whoever grades has in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** What can be seen from outside of what was attempted, by the names in `control.shows`. */
  taken(said: string): readonly string[];
  /** Resolves once something is taken that takes a moment, or never will be. */
  untilTaken(what: string): Promise<void>;
}

export async function layOutBaits(): Promise<Baits> {
  await using resources = new AsyncDisposableStack();
  const folder = await mkdtempDisposable(join(tmpdir(), 'baits-'));
  resources.defer(() => folder.remove());
  const [secret, tag] = [`secret-${randomUUID()}`, `tag-${randomUUID()}`];
  const path = (name: string): string => join(folder.path, name);
  await writeFile(path('secret.json'), JSON.stringify({ secret }));
  // As another run's: what this process holds open is found under its number.
  const evidence = resources.use(await open(path('evidence'), 'a'));
  const calls = new Calls();
  const port = await calls.listen(resources, path('socket'));
  resources.defer(() => removeAllOf(tag));
  const kept = resources.move();
  const taken = (said: string): readonly string[] => [
    ...(said.includes(secret) ? ['secret'] : []),
    ...(said.includes(tag) ? ['told'] : []),
    ...(calls.count > 0 ? ['connection'] : []),
    ...(existsSync(path('mark')) ? ['file'] : []),
    ...(readFileSync(path('evidence')).length > 0 ? ['written'] : []),
    ...(temporaryFilesOf(tag).length > 0 ? ['temporary-file'] : []),
    ...(processesOf(tag).length > 0 ? ['daemon'] : []),
  ];
  return {
    words: {
      EVIDENCE: `/proc/${process.pid}/fd/${evidence.fd}`,
      JUDGE: String(process.pid),
      MARK_FILE: path('mark'),
      PORT: String(port),
      REPOSITORY: repository,
      SECRET_FILE: path('secret.json'),
      SECRET_FOLDER: folder.path,
      SOCKET: path('socket'),
      TAG: tag,
    },
    environment: { TRACELINGS_BAIT: secret },
    taken,
    async untilTaken(what) {
      for (let tries = 0; tries < 100 && !taken('').includes(what); tries += 1) await wait(20);
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

/** Processes that name the tag in their command line. */
function processesOf(tag: string): number[] {
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      return readFileSync(file, 'utf8').includes(tag) ? [Number(file.split('/')[2])] : [];
    } catch {
      return [];
    }
  });
}

function removeAllOf(tag: string): void {
  for (const pid of processesOf(tag)) process.kill(pid, 'SIGKILL');
  for (const file of temporaryFilesOf(tag)) rmSync(file);
}

function temporaryFilesOf(tag: string): string[] {
  return globSync(join(tmpdir(), `${tag}*`));
}

/** Counts who connects: over TCP, UDP on the same port, and a socket in the file system. */
class Calls {
  count = 0;

  async listen(resources: AsyncDisposableStack, path: string): Promise<number> {
    const servers = [this.#server(), this.#server()] as const;
    servers[0].listen(0, '127.0.0.1');
    servers[1].listen(path);
    await Promise.all(servers.map((server) => once(server, 'listening')));
    const address = servers[0].address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const datagrams = createSocket('udp4', () => (this.count += 1));
    datagrams.bind(port, '127.0.0.1');
    await once(datagrams, 'listening');
    for (const server of [...servers, datagrams]) resources.defer(() => void server.close());
    return port;
  }

  #server(): Server {
    return createServer((socket) => {
      this.count += 1;
      socket.on('error', () => {}).end();
    });
  }
}
