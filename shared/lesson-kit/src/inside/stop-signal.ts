import { once } from 'node:events';
import { CONTROL_DESCRIPTOR } from '../run/descriptors.ts';

/** Resolves when the judge closes its end of the channel: the word to stop, or the sign that it is gone. */
export async function untilToldToStop(): Promise<void> {
  // Only services wait, and all who wait have loaded it by then.
  const { Socket } = await import('node:net');
  const channel = new Socket({ fd: CONTROL_DESCRIPTOR, writable: false });
  channel.resume();
  await once(channel, 'close');
}
