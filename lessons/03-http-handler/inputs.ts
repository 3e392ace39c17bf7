import type { Random } from '@tracelings/lesson-kit';

/** What one run is given. */
export interface Inputs {
  /** The order that a customer looks at. */
  readonly orderId: string;
  /** Two orders that are paid at the same time. */
  readonly paidIds: readonly [string, string];
  readonly card: string;
  /** What payment answers when it charges. */
  readonly receipt: string;
  /** A body that names no card. */
  readonly badBody: string;
  /** A path that no route fits. */
  readonly strayPath: string;
  /** Whether payment hangs up first, and answers with an error after that, or the other way round. */
  readonly hangsUpFirst: boolean;
  /** What payment answers when it cannot charge, and with which status. */
  readonly trouble: string;
  readonly troubleStatus: number;
  /** The order that somebody tries to pay without a card. */
  readonly refusedId: string;
}

export function drawInputs(random: Random): Inputs {
  const [oneId, otherId] = [random.id('order'), random.id('order')];
  return {
    orderId: random.id('order'),
    paidIds: [oneId, otherId],
    card: random.id('card'),
    receipt: random.id('receipt'),
    badBody: random.pick(['{}', '{"cart":"visa"}', '{"card":17}', '[]', '"card"']),
    strayPath: `/${random.pick(['wp-login', 'admin', 'backup', '.env'])}/${random.hex(8)}`,
    hangsUpFirst: random.chance(),
    trouble: `the bank does not answer (${random.id('case')})`,
    troubleStatus: random.pick([500, 503, 504]),
    refusedId: random.id('order'),
  };
}
