import type { Random } from '@tracelings/lesson-kit';

/** What one run is given. */
export interface Inputs {
  readonly orderId: string;
  readonly euros: number;
  /** What the bank answers when it pays. */
  readonly reference: string;
  /** What the bank answers when it does not. */
  readonly refusal: string;
  /** Why the exporter cannot be made. */
  readonly setUpFailure: string;
}

export function drawInputs(random: Random): Inputs {
  const why = random.pick(['card expired', 'above the limit', 'account closed']);
  return {
    orderId: random.id('order'),
    euros: random.integer(1000, 9999),
    reference: random.id('bank'),
    refusal: `declined, ${why} (${random.id('case')})`,
    setUpFailure: `no collector answers at ${random.id('collector')}:4318`,
  };
}
