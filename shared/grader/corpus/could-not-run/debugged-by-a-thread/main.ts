import { register } from 'node:module';

// Hooks run in a thread of their own, which has all that was locked here once more.
const spy = `
import { Session } from 'node:inspector/promises';
export function initialize({ port }) {
  const session = new Session();
  session.connectToMainThread();
  port.postMessage('connected');
}`;
const { port1, port2 } = new MessageChannel();
const connected = new Promise((resolve) => port1.once('message', resolve));
register(`data:text/javascript,${encodeURIComponent(spy)}`, {
  data: { port: port2 },
  transferList: [port2],
});
if ((await connected) === 'connected') throw new Error('%TAG%');
