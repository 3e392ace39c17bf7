import { get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

if (parentPort === null) throw new Error('The pages are read in a thread of the benchmark.');
const port = parentPort;
/** Longer than a state of the benchmark. */
const kept = 8_192;

/** The end of what each page was sent. */
const last: string[] = [];
let awaited: string | undefined;

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `OpenTabs.open` gives
const { url, count } = workerData as { readonly url: string; readonly count: number };
await Promise.all(Array.from({ length: count }, (_none, tab) => open(tab)));
port.on('message', (text: string) => {
  awaited = text;
  look();
});
port.postMessage('open');

function open(tab: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  get(new URL('/events', url), { agent: false }, (response) => {
    resolve();
    response.setEncoding('utf8').on('data', (part: string) => {
      last[tab] = `${last[tab] ?? ''}${part}`.slice(-kept);
      look();
    });
  }).on('error', reject);
  return promise;
}

function look(): void {
  const text = awaited;
  if (text === undefined || last.length < count) return;
  if (!last.every((part) => part.includes(text))) return;
  awaited = undefined;
  port.postMessage('all have it');
}
