// The README's example of the matchers: the region here stands there word for word.
import { shape, span, Trace } from '@tracelings/trace-shape';
import '@tracelings/trace-shape/vitest';
import { expect, it } from 'vitest';

import { chargeCard, checkStock, postOrders } from '../fixtures/order.ts';

const trace = new Trace([postOrders, checkStock, chargeCard]);

// #region matchers
it('charges the card within the order', () => {
  expect(trace).toHaveShape(shape([span('POST /orders', { open: true }, [span('charge card')])]));
  expect(trace).toHaveSpan({ name: 'charge card', kind: 'client' });
  expect(trace).not.toHaveSpan('refund');
});
// #endregion
