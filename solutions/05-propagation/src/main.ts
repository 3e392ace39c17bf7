import { openShop } from './laptop.ts';

export { startGateway } from './gateway.ts';
export { startInventory } from './inventory.ts';
export { startPayment } from './payment.ts';

if (import.meta.main) {
  await openShop(process.argv.slice(2));
}
