import { describe, expect, it } from 'vitest';

import type { Span } from '../src/span.ts';
import { describeDetails } from '../src/span-details.ts';
import { columnsOf } from '../src/text.ts';
import { Trace } from '../src/trace.ts';
import { renderTree } from '../src/tree.ts';
import { makeSpan, neverEnded } from './fixtures/make-span.ts';

// POST /orders (server, error)
// ├─ check stock
// │  └─ GET /stock (client)
// └─ charge card (client, never ended)
const order = [
  makeSpan({
    spanId: '1',
    name: 'POST /orders',
    kind: 'server',
    status: { code: 'error', message: 'payment declined' },
    attributes: { 'http.route': '/orders', retries: 2, tags: ['new', 'gift'] },
    events: [{ name: 'exception', time: 5n, attributes: { 'exception.type': 'CardDeclined' } }],
    links: [{ traceId: 'f'.repeat(32), spanId: 'f'.repeat(16), attributes: {} }],
  }),
  makeSpan({ spanId: '2', parentId: '1', name: 'check stock', startTime: 1_001n }),
  makeSpan({ spanId: '3', parentId: '2', name: 'GET /stock', kind: 'client' }),
  neverEnded(
    makeSpan({
      spanId: '4',
      parentId: '1',
      name: 'charge card',
      kind: 'client',
      startTime: 1_002n,
    }),
  ),
];

describe('renderTree', () => {
  it('draws names, kinds, statuses and spans that never ended', () => {
    expect(renderTree(new Trace(order))).toMatchInlineSnapshot(`
      "POST /orders · server · error: payment declined
      ├─ check stock
      │  └─ GET /stock · client
      └─ charge card · client · never ended"
    `);
  });

  it('says that there are no spans', () => {
    expect(renderTree(new Trace([]))).toBe('(no spans)');
  });

  it('tells why a span stands at the top though it names a parent', () => {
    const spans = [
      makeSpan({ spanId: '1', name: 'entry', parent: { spanId: '9'.repeat(16), isRemote: true } }),
      makeSpan({ spanId: '2', name: 'lost', parentId: '8' }),
      makeSpan({ spanId: '3', name: 'round', parentId: '3' }),
    ];
    expect(renderTree(new Trace(spans))).toMatchInlineSnapshot(`
      "entry · remote parent
      lost · parent not recorded
      round · parents in a circle"
    `);
  });

  it('names the services where there are several, and what has a remote parent here', () => {
    const spans = [
      makeSpan({ spanId: '1', name: 'POST /orders', resource: { 'service.name': 'gateway' } }),
      makeSpan({
        spanId: '2',
        name: 'GET /stock',
        parent: { spanId: '0000000000000001', isRemote: true },
        resource: { 'service.name': 'inventory' },
      }),
      makeSpan({ spanId: '3', parentId: '2', name: 'query', resource: {} }),
    ];
    expect(renderTree(new Trace(spans))).toMatchInlineSnapshot(`
      "POST /orders · in gateway
      └─ GET /stock · remote parent · in inventory
         └─ query · in an unnamed service"
    `);
  });

  it('points at a marked span', () => {
    const [, , , culprit] = order;
    const mark = (span: Span) => (span === culprit ? 'here' : undefined);
    expect(renderTree(new Trace(order), { mark })).toMatchInlineSnapshot(`
      "POST /orders · server · error: payment declined
      ├─ check stock
      │  └─ GET /stock · client
      └─ charge card · client · never ended  ← here"
    `);
  });

  it('writes details beneath each span', () => {
    expect(renderTree(new Trace(order), { details: describeDetails })).toMatchInlineSnapshot(`
      "POST /orders · server · error: payment declined
      │  http.route = "/orders"
      │  retries = 2
      │  tags = ["new", "gift"]
      │  event exception (exception.type = "CardDeclined")
      │  link to a span not in here
      ├─ check stock
      │  └─ GET /stock · client
      └─ charge card · client · never ended"
    `);
  });

  it('cuts names, facts, marks and details that are too wide', () => {
    const trace = new Trace([
      makeSpan({ spanId: '1', name: 'a very long name '.repeat(5), kind: 'server' }),
      makeSpan({
        spanId: '2',
        parentId: '1',
        name: 'short',
        status: { code: 'error', message: 'a very long message '.repeat(5) },
      }),
    ]);
    const options = {
      width: 40,
      mark: () => 'a long remark',
      details: () => ['detail '.repeat(9)],
    };
    expect(renderTree(trace, options)).toMatchInlineSnapshot(`
      ""a very long … · server  ← a long remark
      │  detail detail detail detail detail d…
      └─ short · error: a ve…  ← a long remark
            detail detail detail detail detai…"
    `);
  });

  it('shows what is invisible in a name, and where an empty one is', () => {
    const names = ['', ' GET ', 'line\nfeed', '\u001B[31mred', 'right\u202Eleft', '\uD800', '👩‍👩‍👧'];
    const spans = names.map((name, index) => makeSpan({ spanId: String(index + 1), name }));
    expect(renderTree(new Trace(spans))).toMatchInlineSnapshot(`
      """
      " GET "
      line\\nfeed
      \\x1b[31mred
      right\\u202eleft
      \\ud800
      👩‍👩‍👧"
    `);
  });

  it('counts wide characters as two columns', () => {
    const trace = new Trace([makeSpan({ name: '在庫を確認する'.repeat(5) })]);
    const line = renderTree(trace, { width: 30 });
    expect(line).toMatchInlineSnapshot(`"在庫を確認する在庫を確認する…"`);
    expect(columnsOf(line)).toBeLessThanOrEqual(30);
  });

  it('only counts the spans beyond the limit', () => {
    expect(renderTree(new Trace(order), { maxSpans: 3 })).toMatchInlineSnapshot(`
      "POST /orders · server · error: payment declined
      ├─ check stock
      │  └─ GET /stock · client
      … and 1 more span"
    `);
  });

  it('lets the outermost branches of a deep tree give way', () => {
    const chain = Array.from({ length: 30 }, (_, index) => {
      const parent = index === 0 ? {} : { parentId: index.toString(16) };
      return makeSpan({ spanId: (index + 1).toString(16), ...parent, name: `level ${index}` });
    });
    const lines = renderTree(new Trace(chain), { width: 40 }).split('\n');
    expect(lines.slice(5, 9)).toMatchInlineSnapshot(`
      [
        "            └─ level 5",
        "               └─ level 6",
        "…                └─ level 7",
        "…                └─ level 8",
      ]
    `);
    expect(lines.at(-1)).toMatchInlineSnapshot(`"…                └─ level 29"`);
  });
});
