import { describe, expect, it } from 'vitest';

import { anyValue, matching } from '../../src/index.ts';
import { saidOf } from '../fixtures/one-span.ts';

const positive = matching('a positive number', (value) => typeof value === 'number' && value > 0);

function isSame(actual: number | bigint, wanted: number | bigint): boolean {
  return saidOf({ attributes: { n: actual } }, { attributes: { n: wanted } }) === 'it fits';
}

describe('attributes', () => {
  it('fit when each of those asked for has its value', () => {
    const attributes = {
      amount: 12.5,
      sku: 'AB-1',
      list: ['a', 'b'],
      deep: { a: [1, { b: null }] },
    };
    expect(
      saidOf(
        { attributes },
        { attributes: { ...attributes, amount: positive, sku: /^[a-z]+-\d$/i } },
      ),
    ).toBe('it fits');
  });

  it('are the same number whether or not a bigint holds it', () => {
    expect(isSame(5n, 5)).toBe(true);
    expect(isSame(2n ** 60n, 2 ** 60)).toBe(true);
    expect(isSame(2n ** 60n + 1n, 2 ** 60)).toBe(false);
    expect(isSame(Number.NaN, Number.NaN)).toBe(true);
    expect(isSame(0, -0)).toBe(true);
  });

  it('tell values apart that read alike', () => {
    const said = saidOf({ attributes: { n: '5' } }, { attributes: { n: 5 } });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`n\` = 5
      Found     \`charge card\` with the attribute \`n\` = "5"
      Perhaps   the value is a string, where a number is expected"
    `);
  });

  it('tell an empty list from an empty map', () => {
    expect(saidOf({ attributes: { n: {} } }, { attributes: { n: [] } })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`n\` = []
      Found     \`charge card\` with the attribute \`n\` = {}"
    `);
    expect(saidOf({ attributes: { n: {} } }, { attributes: { n: {} } })).toBe('it fits');
  });

  it('ask a pattern with a memory the same question every time', () => {
    const sku = /a/g;
    const attributes = { sku };
    const all = [1, 2, 3].map(() => saidOf({ attributes: { sku: 'a' } }, { attributes }));
    expect(all).toEqual(['it fits', 'it fits', 'it fits']);
  });

  it('do not fit a test that throws', () => {
    const throwing = matching('a name in capitals', (value) => {
      if (typeof value !== 'string') throw new TypeError('not a string');
      return true;
    });
    expect(saidOf({ attributes: { n: 5 } }, { attributes: { n: throwing } }))
      .toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`n\`: a name in capitals
      Found     \`charge card\` with the attribute \`n\` = 5"
    `);
  });

  it('say how to set one that is absent', () => {
    const said = saidOf({}, { attributes: { 'shop.amount': anyValue } });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`shop.amount\`: any value
      Found     \`charge card\` with no attribute \`shop.amount\`
      Next      set it on the span: span.setAttribute('shop.amount', …)"
    `);
  });

  it('never look at what an object inherits', () => {
    expect(saidOf({}, { attributes: { constructor: anyValue } })).not.toBe('it fits');
    expect(saidOf({}, { attributes: { toString: anyValue } })).not.toBe('it fits');
  });

  it('name the new name of an old one', () => {
    const old = { 'http.method': 'POST', 'http.status_code': 502 };
    const said = saidOf({ attributes: old }, { attributes: { 'http.response.status_code': 502 } });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`http.response.status_code\` = 502
      Found     \`charge card\` with \`http.status_code\` = 502, and no \`http.response.status_code\`
      Perhaps   \`http.status_code\` is what the semantic conventions called it before they became stable
      Next      rename \`http.status_code\` to \`http.response.status_code\`"
    `);
  });

  it('name the right name of one that never was', () => {
    const said = saidOf(
      { attributes: { 'error.name': 'CardDeclined' } },
      { attributes: { 'error.type': 'CardDeclined' } },
    );
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`error.type\` = "CardDeclined"
      Found     \`charge card\` with \`error.name\` = "CardDeclined", and no \`error.type\`
      Perhaps   \`error.name\` is not a name that the semantic conventions know
      Next      rename \`error.name\` to \`error.type\`"
    `);
  });

  it('see a slip of the keyboard', () => {
    const said = saidOf(
      { attributes: { 'http.rout': '/' } },
      { attributes: { 'http.route': '/' } },
    );
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`http.route\` = "/"
      Found     \`charge card\` with \`http.rout\` = "/", and no \`http.route\`
      Perhaps   \`http.rout\` looks like a slip of the keyboard
      Next      rename \`http.rout\` to \`http.route\`"
    `);
  });

  it('cut a long value', () => {
    const said = saidOf({ attributes: { text: 'x'.repeat(1_000) } }, { attributes: { text: 'y' } });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`text\` = "y"
      Found     \`charge card\` with the attribute \`text\` =
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…"
    `);
  });
});

describe('onlyAttributes', () => {
  it('refuse another', () => {
    const said = saidOf({ attributes: { a: 1, b: 2 } }, { onlyAttributes: { a: 1 } });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no attributes besides \`a\`
      Found     \`charge card\` with \`b\` too
      Next      remove \`b\`"
    `);
  });

  it('refuse any when none is asked for', () => {
    expect(saidOf({ attributes: { a: 1 } }, { onlyAttributes: {} })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no attributes
      Found     \`charge card\` with \`a\` too
      Next      remove \`a\`"
    `);
    expect(saidOf({}, { onlyAttributes: {} })).toBe('it fits');
  });

  it('ask for theirs', () => {
    expect(saidOf({}, { onlyAttributes: { a: 1 } })).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the attribute \`a\` = 1
      Found     \`charge card\` with no attribute \`a\`
      Next      set it on the span: span.setAttribute('a', …)"
    `);
  });
});

describe('noAttributes', () => {
  it('refuse a name, and say what to call it today', () => {
    const said = saidOf(
      { attributes: { 'http.method': 'GET' } },
      { noAttributes: ['http.method'] },
    );
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no attribute \`http.method\`
      Found     \`charge card\` with the attribute \`http.method\` = "GET"
      Next      use \`http.request.method\`, its name today"
    `);
  });

  it('refuse a pattern', () => {
    const said = saidOf({ attributes: { 'card.number': '4111' } }, { noAttributes: [/^card\./] });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with no attribute matching /^card\\./
      Found     \`charge card\` with the attribute \`card.number\` = "4111"
      Next      remove it"
    `);
  });
});

describe('resource', () => {
  it('is asked for in the same way', () => {
    const said = saidOf({ resource: {} }, { resource: { 'service.name': 'payment' } });
    expect(said).toMatchInlineSnapshot(`
      "Expected  \`charge card\` with the resource attribute \`service.name\` = "payment"
      Found     \`charge card\` with no resource attribute \`service.name\`
      Next      give the provider a resource that has it: 'service.name'"
    `);
  });
});
