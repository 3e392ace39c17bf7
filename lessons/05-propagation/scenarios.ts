import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import type { Scenario, ServicesScenario, Stage } from '@tracelings/lesson-kit';
import type { Inputs, Order } from './inputs.ts';
import { openOutsider } from './outsider.ts';
import type * as main from './starter/main.ts';
import { hostileHeaders, partnerHeaders, post, sendOrder } from './order-request.ts';

type Subject = typeof main;
type Shop = ServicesScenario<Subject, Inputs>;
type Observe = Stage<Subject, Inputs>['observe'];

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
    await askForNotices(gateway, customerOrders, observe);
  },
};

/** A partner asks to be told of orders, in the form in which W3C's own test suite asks. */
async function askForNotices(gateway: string, about: readonly Order[], observe: Observe) {
  const partner = await openOutsider({ observe }, { fact: 'notices', together: 1 });
  const notices = about.map(({ orderId }) => ({ url: partner.url, arguments: { orderId } }));
  const { status } = await post(new URL('/webhooks', gateway), notices, []);
  observe('noticesAnswered', status);
  partner.close();
}

/** Orders with headers that nobody should have sent, at a gateway with nothing real behind it. */
export const hostile: Scenario<Subject, Inputs> = async (stage) => {
  const { subject, exporter, inputs, observe } = stage;
  const inventory = await openOutsider({ observe }, { fact: 'reservations', together: 1 });
  const gateway = await subject.startGateway({ exporter, inventory: inventory.url });
  const answers = inputs.hostileOrders.map((order) =>
    sendOrder(gateway.url, order, hostileHeaders(order)),
  );
  observe('answers', await Promise.all(answers));
  await gateway.stop();
  inventory.close();
};

/** Notes what baggage reaches the service in this process, as it is on the wire. */
function watchBaggage(observe: Observe): void {
  const seen: string[] = [];
  subscribe('http.server.request.start', (message) => {
    const request =
      typeof message === 'object' && message !== null && 'request' in message && message.request;
    if (!(request instanceof IncomingMessage) || request.url !== '/payments') return;
    seen.push(String(request.headers['baggage'] ?? ''));
    observe('baggageAtPayment', [...seen]);
  });
}
