import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { listen } from './listen.ts';
import { comesWithin, TURNS } from './patience.ts';

/** What payment does with an order's charge. An order it has no plan for is settled at once. */
export type Plan = 'hold-charge' | 'hold-look' | 'settle-later' | 'never-settle' | 'break-down';

/** How a call that payment held came to its end. */
export type Release = 'let-go' | 'kept-waiting';

/** A payment service that can keep its callers waiting. It is real, and holds no process alive. */
export class PaymentStandIn {
  readonly #plans: Readonly<Record<string, Plan>>;
  readonly #looks = new Map<string, number>();
  readonly #held = new Map<string, PromiseWithResolvers<void>>();
  readonly #released = new Map<string, PromiseWithResolvers<Release>>();
  readonly #pending = new Set<string>();
  readonly #givenUp = new Set<string>();
  /** The orders that it was asked about after their call had been given up, in turn. */
  readonly askedAgain: string[] = [];
  url = '';
  /** How many turns it keeps a caller waiting, where it was told to. */
  holdTurns = TURNS.held;

  private constructor(plans: Readonly<Record<string, Plan>>) {
    this.#plans = plans;
  }

  static async open(plans: Readonly<Record<string, Plan>>): Promise<PaymentStandIn> {
    const payment = new PaymentStandIn(plans);
    payment.url = await listen(({ method, url = '' }, response) => {
      void payment.#serve(method === 'PUT', url.replace('/charges/', ''), response);
    });
    return payment;
  }

  /** Resolves when a call about this order is held. */
  held(orderId: string): Promise<void> {
    return eventIn(this.#held, orderId).promise;
  }

  /** Resolves when the held call was given up by its caller, or answered because patience ran out. */
  released(orderId: string): Promise<Release> {
    return eventIn(this.#released, orderId).promise;
  }

  /** Whether its caller has been told that the charge is pending, and has had time to read it. */
  isKnownAsPending(orderId: string): boolean {
    return this.#pending.has(orderId);
  }

  async #serve(isCharge: boolean, orderId: string, response: ServerResponse): Promise<void> {
    const plan = this.#plans[orderId];
    if (this.#givenUp.has(orderId)) this.askedAgain.push(orderId);
    if (plan === 'break-down') {
      response.writeHead(500).end('no bank answers');
    } else if (plan === (isCharge ? 'hold-charge' : 'hold-look')) {
      await this.#hold(orderId, response);
    } else if (plan === undefined || this.#settles(plan, orderId)) {
      response.end('settled');
    } else {
      response.end('pending', () => void this.#tellPending(orderId));
    }
  }

  async #hold(orderId: string, response: ServerResponse): Promise<void> {
    const isGivenUp = comesWithin(this.holdTurns, once(response, 'close'));
    eventIn(this.#held, orderId).resolve();
    const release = (await isGivenUp) ? 'let-go' : 'kept-waiting';
    if (release === 'let-go') this.#givenUp.add(orderId);
    eventIn(this.#released, orderId).resolve(release);
    response.end('settled');
  }

  #settles(plan: Plan, orderId: string): boolean {
    const look = this.#looks.get(orderId) ?? 0;
    this.#looks.set(orderId, look + 1);
    return plan === 'settle-later' && look > 0;
  }

  async #tellPending(orderId: string): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
    this.#pending.add(orderId);
  }
}

function eventIn<Value>(
  events: Map<string, PromiseWithResolvers<Value>>,
  orderId: string,
): PromiseWithResolvers<Value> {
  const event = events.get(orderId) ?? Promise.withResolvers<Value>();
  events.set(orderId, event);
  return event;
}
