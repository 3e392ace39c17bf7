import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import type { ServicesScenario, Stage } from '@tracelings/lesson-kit';
import type { Inputs } from './inputs.ts';
import { openOutsider } from './outsider.ts';
import type * as main from './starter/main.ts';
import { hostileHeaders, partnerHeaders, sendOrder } from './order-request.ts';

type Subject = typeof main;
type Shop = ServicesScenario<Subject, Inputs>;

/** A partner's order and customers' orders, all under way at the same time. */
export const orders: Shop = {
  services: {
    payment: async ({ subject, exporter, inputs, observe }) => {
      watchBaggage(observe);
      const together = 1 + inputs.customerOrders.length;
      const bank = await openOutsider({ observe }, { fact: 'charges', together });
      const service = await subject.startPayment({ exporter, bank: bank.url });
      return { url: service.url, stop: () => service.stop().finally(bank.close) };
    },
    inventory: ({ subject, exporter, peers: { payment = '' } }) =>
      subject.startInventory({ exporter, payment }),
    gateway: ({ subject, exporter, peers: { inventory = '' } }) =>
      subject.startGateway({ exporter, inventory }),
  },
  drive: async ({ inputs, peers: { gateway = '' }, observe }) => {
    const { partnerOrder, customerOrders } = inputs;
    const answers = [
      sendOrder(gateway, partnerOrder, partnerHeaders(partnerOrder.partner)),
      ...customerOrders.map((order) => sendOrder(gateway, order, [])),
    ];
    observe('answers', await Promise.all(answers));
  },
};

/** Orders with headers that nobody should have sent, at a gateway with nothing real behind it. */
export const hostile: Shop = {
  services: {
    gateway: async ({ subject, exporter, observe }) => {
      const inventory = await openOutsider({ observe }, { fact: 'reservations', together: 1 });
      const service = await subject.startGateway({ exporter, inventory: inventory.url });
      return { url: service.url, stop: () => service.stop().finally(inventory.close) };
    },
  },
  drive: async ({ inputs, peers: { gateway = '' }, observe }) => {
    const answers = inputs.hostileOrders.map((order) =>
      sendOrder(gateway, order, hostileHeaders(order)),
    );
    observe('answers', await Promise.all(answers));
  },
};

/** Notes what baggage reaches the service in this process, as it is on the wire. */
function watchBaggage(observe: Stage<Subject, Inputs>['observe']): void {
  const seen: string[] = [];
  subscribe('http.server.request.start', (message) => {
    const request =
      typeof message === 'object' && message !== null && 'request' in message && message.request;
    if (!(request instanceof IncomingMessage) || request.url !== '/payments') return;
    seen.push(String(request.headers['baggage'] ?? ''));
    observe('baggageAtPayment', [...seen]);
  });
}
