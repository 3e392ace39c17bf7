import { describe, expect, it } from 'vitest';
import { steadyMessage } from '../../src/verify/steady-message.ts';

describe('a steady message', () => {
  it.each([
    ['names the inputs', 'order-7f3a is late', { orderId: 'order-7f3a' }, '‹orderId› is late'],
    [
      'names inner inputs by their way',
      'at 12.50',
      { order: { price: [1250, '12.50'] } },
      'at ‹order.price.1›',
    ],
    [
      'takes the longer of two first',
      'card-1234-5678',
      { a: 'card-1234', b: 'card-1234-5678' },
      '‹b›',
    ],
    [
      'leaves parts of words',
      'reorder-7f3a order-7f3ab',
      { id: 'order-7f3a' },
      'reorder-7f3a order-7f3ab',
    ],
    ['leaves short values', '3 of 200, true', { a: 3, b: 200, c: true }, '3 of 200, true'],
    ['takes numbers', 'for 19999 cents', { cents: 19_999 }, 'for ‹cents› cents'],
    [
      'takes values with signs literally',
      'a+b(c)? and $&',
      { x: 'a+b(c)?', y: '$&' },
      '‹x› and $&',
    ],
    ['is the message itself without inputs', 'as it is', undefined, 'as it is'],
    ['takes a bare input', 'order-7f3a', 'order-7f3a', '‹input›'],
  ])('%s', (_title, message, inputs, steady) => {
    expect(steadyMessage(message, inputs)).toBe(steady);
  });
});
