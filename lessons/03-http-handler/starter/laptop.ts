import { setTimeout as pause } from 'node:timers/promises';
import { json } from 'node:stream/consumers';
import { listen, send, type Server } from './http-server.ts';
import type { Services } from './orders.ts';

/** Runs the gateway with an inventory and a payment of a laptop's size, and asks it a few things. */
export async function tryOut(startGateway: (services: Services) => Promise<Server>): Promise<void> {
  const inventory = await listen(async (request, response) => {
    send(response, 200, { id: request.url?.split('/').at(-1), kite: 'red', euros: 42 });
  });
  const payment = await listen(async (request, response) => {
    const charge = JSON.stringify(await json(request));
    await pause(150);
    const isFull = charge.includes('order-1017');
    send(response, isFull ? 503 : 200, isFull ? 'the bank does not answer' : { receipt: 'paid' });
  });
  const gateway = await startGateway({ inventory: inventory.url, payment: payment.url });
  await visit(gateway.url);
  for (const server of [gateway, payment, inventory]) await server.stop();
}

async function visit(url: string): Promise<void> {
  const pay = (id: string, body: object, signal?: AbortSignal): Promise<void> =>
    show(`POST /orders/${id}/payment`, url, {
      method: 'POST',
      body: JSON.stringify(body),
      ...(signal && { signal }),
    });
  await show('GET /orders/order-1016', url);
  await pay('order-1016', { card: 'visa-11' });
  await pay('order-1016', { cart: 'a slip of the pen' });
  await pay('order-1017', { card: 'visa-12' });
  await pay('order-1018', { card: 'visa-13' }, AbortSignal.timeout(50));
}

async function show(line: string, url: string, init: RequestInit = {}): Promise<void> {
  const path = line.slice(line.indexOf('/'));
  try {
    const response = await fetch(`${url}${path}`, init);
    console.log(`${line} → ${response.status} ${await response.text()}`);
  } catch {
    console.log(`${line} → the customer left`);
  }
}
