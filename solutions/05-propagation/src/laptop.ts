import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startGateway } from './gateway.ts';
import { listen } from './http-server.ts';
import { startInventory } from './inventory.ts';
import { startPayment } from './payment.ts';

const ORDER = { orderId: 'order-1017', customerId: 'customer-58', euros: 42 };

/** Without a name: the whole shop, a process for each service, and one order. */
export async function openShop([name, peer = '']: readonly string[]): Promise<void> {
  if (name !== undefined) {
    process.send?.((await startService(name, peer)).url);
    return;
  }
  const bank = await listen(async () => ({ approved: true }));
  const gateway = await startProcess(
    'gateway',
    await startProcess('inventory', await startProcess('payment', bank.url)),
  );
  const response = await fetch(`${gateway}/orders`, {
    method: 'POST',
    body: JSON.stringify(ORDER),
  });
  console.log(`The order was answered with ${response.status}: ${await response.text()}`);
  console.log(`The shop stays open at ${gateway}/orders until you press Ctrl+C.`);
}

function startService(name: string, peer: string) {
  if (name === 'payment') return startPayment({ bank: peer });
  if (name === 'inventory') return startInventory({ payment: peer });
  return startGateway({ inventory: peer });
}

async function startProcess(name: string, peer: string): Promise<string> {
  const child = fork(new URL('main.ts', import.meta.url), [name, peer]);
  const message: unknown[] = await once(child, 'message');
  return String(message[0]);
}
