import { h, hydrate, render } from 'preact';
import type { PageState } from '../state/page-state.ts';
import type { Act, Connection } from './act.ts';
import { App } from './app.ts';

const root = document.querySelector('#app') ?? document.body;
const first = document.querySelector('#state')?.textContent ?? '{}';
let state = parse(first);
let connection: Connection = 'live';

hydrate(h(App, { state, connection, act }), root);
document.dispatchEvent(new Event('tracelings-ready'));

const feed = new EventSource('/events');
feed.addEventListener('open', () => draw({ connection: 'live' }));
feed.addEventListener('error', () => {
  draw({ connection: 'lost' });
  // An answer that was no feed ends the tries; the command may be back at any moment all the same.
  if (feed.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 2_000);
});
feed.addEventListener('message', ({ data }: MessageEvent<string>) => {
  const next = parse(data);
  if (next.build !== state.build) location.reload();
  draw({ state: next, connection: 'live' });
});

interface Drawn {
  readonly state?: PageState;
  readonly connection?: Connection;
}

function draw(change: Drawn): void {
  state = change.state ?? state;
  connection = change.connection ?? connection;
  render(h(App, { state, connection, act }), root);
}

function act(request: Parameters<Act>[0]): void {
  const headers = { 'content-type': 'application/json', 'x-studio-token': state.token };
  fetch('/ask', { method: 'POST', headers, body: JSON.stringify(request) }).catch(() =>
    draw({ connection: 'lost' }),
  );
}

function parse(text: string): PageState {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made by our own server, from the same type
  return JSON.parse(text) as PageState;
}
