import type { Stage } from '@tracelings/lesson-kit';
import { Customer } from './customer.ts';
import type { Inputs } from './inputs.ts';
import { listen } from './listen.ts';
import { comesWithin, TURNS } from './patience.ts';
import { PaymentStandIn, type Plan } from './payment-stand-in.ts';
import { usualCall } from './usual-call.ts';
import type * as main from './starter/main.ts';

export type Run = Stage<typeof main, Inputs>;

/** How the gateway is set for one run. */
export interface Pace {
  /** The shortest that a deadline may be; a short one is longer on a busy machine. */
  readonly deadlineMs: number;
  readonly lookEveryMs: number;
}

/** An order that goes well makes some three calls. A deadline leaves time for many more. */
const CALLS_IN_A_DEADLINE = 15;
const LONGEST_DEADLINE_MS = 800;

/** The subject's gateway between a payment service and a notifier. */
export class OpenShop {
  readonly payment: PaymentStandIn;
  /** The orders that the notifier was asked to send a letter for, in turn. */
  readonly letters: string[] = [];
  deadlineMs = 0;
  readonly #closing = new AbortController();
  readonly #run: Run;
  readonly #released: Record<string, string> = {};
  #url = '';
  #closed: Promise<void> = Promise.resolve();

  private constructor(run: Run, payment: PaymentStandIn) {
    this.#run = run;
    this.payment = payment;
  }

  static async start(run: Run, { deadlineMs, lookEveryMs }: Pace): Promise<OpenShop> {
    const shop = new OpenShop(run, await PaymentStandIn.open(plansFor(run.inputs)));
    shop.deadlineMs = await shop.#deadlineFrom(deadlineMs);
    const gateway = await run.subject.startGateway({
      exporter: run.exporter,
      payment: shop.payment.url,
      notifier: await shop.#openNotifier(),
      deadlineMs: shop.deadlineMs,
      lookEveryMs,
      closing: shop.closing,
    });
    shop.#url = gateway.url;
    shop.#closed = Promise.resolve(gateway.closed);
    shop.#closed.catch(() => {});
    run.observe('opened', true);
    return shop;
  }

  async #deadlineFrom(shortestMs: number): Promise<number> {
    if (shortestMs >= LONGEST_DEADLINE_MS) return shortestMs;
    const needed = CALLS_IN_A_DEADLINE * (await usualCall(this.payment.url));
    return Math.max(shortestMs, Math.min(Math.ceil(needed), LONGEST_DEADLINE_MS));
  }

  #openNotifier(): Promise<string> {
    return listen(({ url = '' }, response) => {
      this.letters.push(url.replace('/letters/', ''));
      response.end('sent');
    });
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
    ...all(paid.slice(1), 'settle-later'),
    ...all(unsettled, 'never-settle'),
    ...all([broken], 'break-down'),
  };
}

function all(orderIds: readonly string[], plan: Plan): Record<string, Plan> {
  return Object.fromEntries(orderIds.map((orderId) => [orderId, plan]));
}
