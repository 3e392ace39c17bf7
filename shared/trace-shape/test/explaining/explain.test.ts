import { describe, expect, it } from 'vitest';

import { noSpans, shape, span } from '../../src/index.ts';
import { makeSpan, neverEnded, padId } from '../fixtures/make-span.ts';
import { chargeCard, checkStock, messageFor, postOrders } from '../fixtures/order.ts';

// POST /orders
// ├─ check stock
// └─ charge card
const spans = [postOrders, checkStock, chargeCard];

describe('explaining an empty trace', () => {
  it('gives the likely reasons', () => {
    expect(messageFor([])).toMatchInlineSnapshot(`
      "Expected  a trace with \`POST /orders\` and 2 spans beneath it
      Found     no spans at all
      Perhaps   no tracer provider was registered when the spans were started; or it has no span processor
                with an exporter; or no span was ended; or the process ended before the spans were flushed
      Next      look at these four in this order

      expected                           │ actual
      POST /orders · server · error      │ (no spans)
      ├─ check stock                     │
      └─ /^charge/ · client · at least 1 │"
    `);
  });
});

describe('explaining spans that never ended', () => {
  it('comes first, since it explains what is missing', () => {
    expect(messageFor([neverEnded(postOrders), checkStock])).toMatchInlineSnapshot(`
      "Expected  every span to have ended
      Found     \`POST /orders\` was started and never ended
      Perhaps   an error, an early return or a callback that never comes may pass span.end() by
      Next      end \`POST /orders\` on every path: in a finally block, for example

      expected                              │ actual
      POST /orders · server · error  ← here │ POST /orders · server · never ended · e…  ← here
      ├─ check stock                        │ └─ check stock
      └─ /^charge/ · client · at least 1    │"
    `);
  });

  it('names all of them', () => {
    const open = [postOrders, neverEnded(checkStock), neverEnded(chargeCard)];
    expect(messageFor(open)).toMatchInlineSnapshot(`
      "Expected  every span to have ended
      Found     2 spans that never ended: \`check stock\` and \`charge card\`
      Perhaps   an error, an early return or a callback that never comes may pass span.end() by
      Next      end \`check stock\` on every path: in a finally block, for example

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock  ← here             │ ├─ check stock · never ended  ← here
      └─ /^charge/ · client · at least 1 │ └─ charge card · client · never ended"
    `);
  });

  it('leaves alone those that an open shape does not draw', () => {
    const stranger = neverEnded(makeSpan({ spanId: '9', name: 'keep alive' }));
    const expected = shape([span('POST /orders', [span('look up')])], { open: true });
    expect(messageFor([...spans, stranger], expected)).not.toContain('never ended\n');
  });
});

describe('explaining a wrong parent', () => {
  it('names both parents', () => {
    const nested = { ...checkStock, parent: { spanId: chargeCard.spanId } };
    expect(messageFor([postOrders, nested, chargeCard])).toMatchInlineSnapshot(`
      "Expected  \`check stock\` as a child of \`POST /orders\`
      Found     \`check stock\` is a child of \`charge card\`
      Perhaps   \`charge card\` was the active span when \`check stock\` was started
      Next      start \`check stock\` in the context in which \`POST /orders\` is the active span

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock  ← here             │ └─ charge card · client
      └─ /^charge/ · client · at least 1 │    └─ check stock  ← here"
    `);
  });

  it('says that a context was lost', () => {
    const { parent, ...root } = checkStock;
    expect(parent).toBeDefined();
    expect(messageFor([postOrders, root, chargeCard])).toMatchInlineSnapshot(`
      "Expected  \`check stock\` as a child of \`POST /orders\`
      Found     \`check stock\` has no parent
      Perhaps   no span was active when \`check stock\` was started: its context was lost
      Next      start \`check stock\` in the context in which \`POST /orders\` is the active span

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock  ← here             │ └─ charge card · client
      └─ /^charge/ · client · at least 1 │ check stock  ← here"
    `);
  });

  it('says that a parent was never recorded', () => {
    const orphan = { ...checkStock, parent: { spanId: padId('bad') } };
    expect(messageFor([postOrders, orphan, chargeCard])).toMatchInlineSnapshot(`
      "Expected  \`check stock\` as a child of \`POST /orders\`
      Found     \`check stock\` has a parent that is not in the trace
      Perhaps   a span that never ends is never exported, and its children are left without a parent
      Next      look for the span that should be its parent: does it end on every path?

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock  ← here             │ └─ charge card · client
      └─ /^charge/ · client · at least 1 │ check stock · parent not recorded  ← here"
    `);
  });

  it('says that a span should have had no parent', () => {
    const expected = shape([span('POST /orders', [span('check stock')]), span('charge card')]);
    expect(messageFor(spans, expected)).toMatchInlineSnapshot(`
      "Expected  \`charge card\` without a parent
      Found     \`charge card\` is a child of \`POST /orders\`
      Perhaps   \`POST /orders\` was the active span when \`charge card\` was started
      Next      start \`charge card\` with { root: true }

      expected            │ actual
      POST /orders        │ POST /orders · server · error
      └─ check stock      │ ├─ check stock
      charge card  ← here │ └─ charge card · client  ← here"
    `);
  });

  it('says that a root lost its parent', () => {
    const orphan = { ...postOrders, parent: { spanId: padId('bad') } };
    expect(messageFor([orphan, checkStock, chargeCard])).toMatchInlineSnapshot(`
      "Expected  \`POST /orders\` with no parent, or one in another process
      Found     \`POST /orders\` with a parent that is not in the trace
      Perhaps   a span that never ends is never exported, and its children are left without a parent
      Next      look for the span that should be its parent: does it end on every path?

      expected                              │ actual
      POST /orders · server · error  ← here │ POST /orders · server · parent not reco…  ← here
      ├─ check stock                        │ ├─ check stock
      └─ /^charge/ · client · at least 1    │ └─ charge card · client"
    `);
  });

  it('says that the caller was not heard', () => {
    const expected = shape([span('POST /orders', { parent: 'remote' })]);
    expect(messageFor([postOrders], expected)).toMatchInlineSnapshot(`
      "Expected  \`POST /orders\` with a parent in another process
      Found     \`POST /orders\` with no parent
      Perhaps   the headers of the caller may not have been extracted, or not been made active
      Next      start the span in the context that propagation.extract(context.active(), headers) returns

      expected                             │ actual
      POST /orders · remote parent  ← here │ POST /orders · server · error  ← here"
    `);
  });
});

describe('explaining a missing span', () => {
  it('says what is there', () => {
    expect(messageFor([postOrders, chargeCard])).toMatchInlineSnapshot(`
      "Expected  a span \`check stock\` as a child of \`POST /orders\`
      Found     \`POST /orders\` has one child: \`charge card\`
      Next      start \`check stock\` while \`POST /orders\` is the active span, and end it

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error  ← under here
      ├─ check stock  ← missing          │ └─ charge card · client
      └─ /^charge/ · client · at least 1 │"
    `);
  });

  it('suspects a span that others name as their parent', () => {
    expect(messageFor([checkStock, chargeCard])).toMatchInlineSnapshot(`
      "Expected  a span \`POST /orders\` at the top of the trace
      Found     2 at the top: \`check stock\` and \`charge card\`
      Perhaps   \`check stock\` names a parent that is not here, and a span that never ends is never
                exported
      Next      see that \`POST /orders\` ends on every path, and that it is flushed

      expected                                 │ actual
      POST /orders · server · error  ← missing │ check stock · parent not recorded
      ├─ check stock                           │ charge card · client · parent not recorded
      └─ /^charge/ · client · at least 1       │"
    `);
  });

  it('counts those that are there', () => {
    const expected = shape([span('POST /orders', { open: true }, [span(/^ch/, { count: 3 })])]);
    expect(messageFor(spans, expected)).toMatchInlineSnapshot(`
      "Expected  exactly 3 spans matching /^ch/ as children of \`POST /orders\`
      Found     2 of them: \`check stock\` and \`charge card\`
      Next      start a span matching /^ch/ while \`POST /orders\` is the active span, and end it

      expected                        │ actual
      POST /orders · others welcome   │ POST /orders · server · error  ← under here
      └─ /^ch/ · exactly 3  ← missing │ ├─ check stock
                                      │ └─ charge card · client"
    `);
  });
});

describe('explaining a wrong field', () => {
  it('tells the name from a name with an id in it', () => {
    const named = { ...postOrders, name: 'POST /orders/17' };
    expect(messageFor([named, checkStock, chargeCard])).toMatchInlineSnapshot(`
      "Expected  a span with the name \`POST /orders\` at the top of the trace
      Found     \`POST /orders/17\` in its place
      Perhaps   a name that holds an id is another name for every request, so no two can be compared
      Next      keep the id out of the name, and in an attribute

      expected                              │ actual
      POST /orders · server · error  ← here │ POST /orders/17 · server · error  ← here
      ├─ check stock                        │ ├─ check stock
      └─ /^charge/ · client · at least 1    │ └─ charge card · client"
    `);
  });

  it('says one thing, the first in tree order', () => {
    const root = { ...postOrders, kind: 'internal' as const, attributes: {}, events: [] };
    const child = { ...chargeCard, kind: 'internal' as const };
    expect(messageFor([root, checkStock, child])).toMatchInlineSnapshot(`
      "Expected  \`POST /orders\` with kind server
      Found     \`POST /orders\` with kind internal
      Next      start the span with { kind: SpanKind.SERVER }

      expected                              │ actual
      POST /orders · server · error  ← here │ POST /orders · error  ← here
      ├─ check stock                        │ ├─ check stock
      └─ /^charge/ · client · at least 1    │ └─ charge card"
    `);
  });
});

describe('explaining an unexpected span', () => {
  it('says where it is', () => {
    const stranger = makeSpan({ spanId: '9', parentId: '2', name: 'audit' });
    expect(messageFor([...spans, stranger])).toMatchInlineSnapshot(`
      "Expected  no children of \`check stock\`
      Found     \`audit\` as a child of \`check stock\`
      Next      leave \`audit\` out, or start it where it belongs

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock  ← under here       │ ├─ check stock
      └─ /^charge/ · client · at least 1 │ │  └─ audit  ← unexpected
                                         │ └─ charge card · client"
    `);
  });

  it('makes what is invisible in a name visible', () => {
    const stranger = makeSpan({ spanId: '9', parentId: '1', name: '\u001B[2Jaudit\nPASSED' });
    expect(messageFor([...spans, stranger])).toMatchInlineSnapshot(`
      "Expected  no other children of \`POST /orders\` besides \`check stock\` and any matching /^charge/
      Found     \`\\x1b[2Jaudit\\nPASSED\` as a child of \`POST /orders\`
      Next      leave \`\\x1b[2Jaudit\\nPASSED\` out, or start it where it belongs

      expected                                    │ actual
      POST /orders · server · error  ← under here │ POST /orders · server · error
      ├─ check stock                              │ ├─ check stock
      └─ /^charge/ · client · at least 1          │ ├─ charge card · client
                                                  │ └─ \\x1b[2Jaudit\\nPASSED  ← unexpected"
    `);
  });

  it('tells a stranger at the top', () => {
    const stranger = makeSpan({ spanId: '9', name: 'audit' });
    expect(messageFor([...spans, stranger])).toMatchInlineSnapshot(`
      "Expected  no other spans at the top of the trace besides \`POST /orders\`
      Found     \`audit\` at the top of the trace
      Next      leave \`audit\` out, or start it where it belongs

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock                     │ ├─ check stock
      └─ /^charge/ · client · at least 1 │ └─ charge card · client
                                         │ audit  ← unexpected"
    `);
  });

  it('counts a span that is there too often', () => {
    const twin = { ...checkStock, spanId: padId('9') };
    expect(messageFor([...spans, twin])).toMatchInlineSnapshot(`
      "Expected  exactly 1 span \`check stock\` as a child of \`POST /orders\`
      Found     2 of them
      Perhaps   the code that starts it may run more often than it should, or in two places
      Next      look for where \`check stock\` is started

      expected                           │ actual
      POST /orders · server · error      │ POST /orders · server · error
      ├─ check stock  ← exactly 1        │ ├─ check stock
      └─ /^charge/ · client · at least 1 │ ├─ check stock  ← too many
                                         │ └─ charge card · client"
    `);
  });

  it('lists the spans of a trace that should have none', () => {
    expect(messageFor(spans, noSpans())).toMatchInlineSnapshot(`
      "Expected  no spans at all
      Found     3 spans: \`POST /orders\`, \`check stock\` and \`charge card\`

      expected   │ actual
      (no spans) │ POST /orders · server · error
                 │ ├─ check stock
                 │ └─ charge card · client"
    `);
  });
});

describe('a drawing', () => {
  it('shows the part of a large trace around the span in question', () => {
    const items = Array.from({ length: 1_000 }, (_, index) =>
      makeSpan({
        spanId: (index + 16).toString(16),
        parentId: '1',
        name: 'item',
        attributes: { index },
      }),
    );
    const shapes = items.map((_, index) => span('item', { attributes: { index } }));
    const expected = shape([span('POST /orders', shapes)]);
    const changed = items.map((item, index) =>
      index === 500 ? { ...item, attributes: { index: -1 } } : item,
    );
    expect(messageFor([postOrders, ...changed], expected)).toMatchInlineSnapshot(`
      "Expected  \`item\` with the attribute \`index\` = 500
      Found     \`item\` with the attribute \`index\` = -1

      expected          │ actual
      POST /orders      │ POST /orders · server · error
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item           │ ├─ item
      ├─ item  ← here   │ ├─ item  ← here
      │     index = 500 │ │     index = -1
      └─ … 977 more     │ └─ … 977 more"
    `);
  });

  it('shows the nearest ancestors of a span far down', () => {
    const chain = Array.from({ length: 30 }, (_, index) =>
      makeSpan({
        spanId: (index + 1).toString(16),
        name: `level ${index}`,
        ...(index === 0 ? {} : { parentId: index.toString(16) }),
      }),
    );
    let expected = span('level 29', { kind: 'client' });
    for (let level = 28; level >= 0; level -= 1) expected = span(`level ${level}`, [expected]);
    expect(messageFor(chain, shape([expected]))).toMatchInlineSnapshot(`
      "Expected  \`level 29\` with kind client
      Found     \`level 29\` with kind internal
      Next      start the span with { kind: SpanKind.CLIENT }

      expected                                       │ actual
      … 22 above                                     │ … 22 above
      level 22                                       │ level 22
      └─ level 23                                    │ └─ level 23
         └─ level 24                                 │    └─ level 24
            └─ level 25                              │       └─ level 25
               └─ level 26                           │          └─ level 26
                  └─ level 27                        │             └─ level 27
                     └─ level 28                     │                └─ level 28
                        └─ level 29 · client  ← here │                   └─ level 29  ← here"
    `);
  });
});
