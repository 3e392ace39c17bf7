import type { Stage } from '@tracelings/lesson-kit';
import { Customer } from './customer.ts';
import type { Inputs } from './inputs.ts';
import { listen } from './listen.ts';
import { comesWithin, TURNS } from './patience.ts';
import { PaymentStandIn, type Plan } from './payment-stand-in.ts';
import type * as main from './starter/main.ts';

export type Run = Stage<typeof main, Inputs>;

/** How the gateway is set for one run. */
export interface Pace {
  readonly deadlineMs: number;
  readonly lookEveryMs: number;
  /** How many turns payment keeps a caller waiting, where it was told to. */
  readonly holdTurns: number;
}

/** The subject's gateway between a payment service and a notifier. */
export class OpenShop {
  readonly payment: PaymentStandIn;
  /** The orders that the notifier was asked to send a letter for, in turn. */
  readonly letters: string[] = [];
  readonly #closing = new AbortController();
  readonly #run: Run;
  readonly #released: Record<string, string> = {};
  #url = '';
  #closed: Promise<void> = Promise.resolve();

  private constructor(run: Run, payment: PaymentStandIn) {
    this.#run = run;
    this.payment = payment;
  }

  static async start(run: Run, { holdTurns, ...pace }: Pace): Promise<OpenShop> {
    const shop = new OpenShop(run, await PaymentStandIn.open(plansFor(run.inputs), holdTurns));
    const gateway = await run.subject.startGateway({
      exporter: run.exporter,
      payment: shop.payment.url,
      notifier: await listen(({ url = '' }, response) => {
        shop.letters.push(url.replace('/letters/', ''));
        response.end('sent');
      }),
      closing: shop.closing,
      ...pace,
    });
    shop.#url = gateway.url;
    shop.#closed = Promise.resolve(gateway.closed);
    shop.#closed.catch(() => {});
    // The first call of fetch loads what it needs, which is no part of an order's time.
    await (await fetch(shop.payment.url)).text();
    run.observe('opened', true);
    return shop;
  }

  /** Fires when the shop closes, and lives as long as the process. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** A customer who sends an order. */
  order(orderId: string): Customer {
    return new Customer(this.#url, orderId);
  }

  /** Does something while payment holds an order, and notes whether payment was let go then. */
  async whilePaymentHolds(orderId: string, interrupt: () => void): Promise<void> {
    const isHeld = await comesWithin(TURNS.untilHeld, this.payment.held(orderId));
    interrupt();
    this.#released[orderId] = isHeld ? await this.payment.released(orderId) : 'not-asked';
    this.#run.observe('released', { ...this.#released });
  }

  close(): void {
    this.#closing.abort(new DOMException('the shop closes', 'ShopClosed'));
  }

  /** Notes whether the shop says that it is closed. Only spans that are delivered make it wait. */
  async noteClosing(): Promise<void> {
    const { observe, exporter } = this.#run;
    const closed = this.#closed.then(
      () => observe('closed', 'yes'),
      (reason: unknown) => observe('closed', String(reason)),
    );
    if (await comesWithin(TURNS.untilClosed, closed)) return;
    await exporter.forceFlush?.();
    if (!(await comesWithin(TURNS.untilClosed, closed))) observe('closed', 'no');
  }
}

function plansFor(inputs: Inputs): Record<string, Plan> {
  const { leftAtOnce, leftLater, lastOrder, unanswered, unsettled, broken, paid } = inputs;
  return {
    ...all([leftAtOnce, lastOrder, unanswered], 'hold-charge'),
    ...all([leftLater], 'hold-look'),
    ...all(paid.slice(0, 3), 'settle-later'),
    ...all(unsettled, 'never-settle'),
    ...all([broken], 'break-down'),
  };
}

function all(orderIds: readonly string[], plan: Plan): Record<string, Plan> {
  return Object.fromEntries(orderIds.map((orderId) => [orderId, plan]));
}
