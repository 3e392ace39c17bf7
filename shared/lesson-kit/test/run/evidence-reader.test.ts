import fc from 'fast-check';
import { toOtlp } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import { describe, expect, it } from 'vitest';
import type { Ending, Evidence } from '../../src/index.ts';
import { readEvidence } from '../../src/run/evidence-reader.ts';
import type { Remains } from '../../src/run/remains.ts';

const CLEAN: Remains = {
  lines: [],
  isTampered: false,
  stdout: '',
  stderr: '',
  code: 0,
  signal: null,
  leftProcesses: false,
};

function read(lines: readonly unknown[], remains: Partial<Remains> = {}): Evidence {
  const written = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return readEvidence({ ...CLEAN, lines: ['{"t":"began"}', ...written], ...remains }, 1);
}

function bill(spanId: string, more: Partial<Span> = {}): unknown {
  return toOtlp([
    {
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId,
      name: 'bill',
      kind: 'internal',
      status: { code: 'unset' },
      startTime: 1n,
      attributes: {},
      events: [],
      links: [],
      scope: { name: 'shop' },
      resource: {},
      ...more,
    },
  ]);
}

const ONE = '00f067aa0ba902b7';
const OTHER = '00f067aa0ba902b8';

describe('evidence that is not what it claims to be', () => {
  it.each([
    ['no JSON', '{"t":"registered","ok":'],
    ['no object', '7'],
    ['null', 'null'],
    ['an array', '["registered"]'],
    ['nameless', '{"ok":true}'],
    ['named by a number', '{"t":1}'],
    ['of an unknown kind', '{"t":"passed","points":100}'],
    ['a span of no shape', '{"t":"start","otlp":7}'],
    [
      'a span without ids',
      '{"t":"end","otlp":{"resourceSpans":[{"scopeSpans":[{"spans":[{}]}]}]}}',
    ],
    ['a diagnostic of an unknown level', '{"t":"diag","level":"fatal","message":"m"}'],
    ['an observation without a name', '{"t":"observe","name":7,"value":1}'],
    ['handles that are no list', '{"t":"handles","kinds":{"length":1e9}}'],
  ])('is passed over: %s', (_title, line) => {
    expect(read([line, { t: 'done' }])).toEqual(read([{ t: 'done' }]));
  });

  it('loses fields of the wrong type, and nothing else', () => {
    const evidence = read([
      { t: 'registered', ok: 'true' },
      { t: 'unrecorded', name: 7, byChoice: 1 },
      { t: 'diag', level: 'warn', message: { toString: 'x' } },
      { t: 'handles', kinds: ['Timeout', 7, null] },
      { t: 'observe', name: 'status' },
    ]);
    expect(evidence.registrations).toEqual([false]);
    expect(evidence.unrecorded).toEqual([{ name: '', byChoice: false }]);
    expect(evidence.diagnostics).toEqual([{ level: 'warn', message: '' }]);
    expect(evidence.handles).toEqual(['Timeout']);
    expect(evidence.observed).toEqual({ status: null });
  });

  it('reaches no prototype', () => {
    const evidence = read([
      '{"t":"observe","name":"__proto__","value":{"polluted":true}}',
      '{"t":"observe","name":"constructor","value":1}',
      '{"__proto__":{"t":"registered","ok":true}}',
      '{"t":"observe","name":"deep","value":{"__proto__":{"polluted":true}}}',
    ]);
    expect(Object.keys(evidence.observed)).toEqual(['__proto__', 'constructor', 'deep']);
    expect(Object.getPrototypeOf(evidence.observed)).toBe(Object.prototype);
    expect(evidence.registrations).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
    expect(Object.getPrototypeOf(evidence.observed['deep'])).toBe(Object.prototype);
  });

  it('is read whatever it is', () => {
    const line = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          t: fc.constantFrom('start', 'end', 'open', 'export', 'end-again', 'diag', 'observe'),
          otlp: fc.jsonValue(),
          name: fc.jsonValue(),
          value: fc.jsonValue(),
          traceId: fc.jsonValue(),
          level: fc.jsonValue(),
          kinds: fc.jsonValue(),
          reason: fc.jsonValue(),
        })
        .map((object) => JSON.stringify(object)),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { ending, started, open } = read(lines);
        expect(ending.kind).toMatch(/^(exited|threw|not-loaded)$/);
        expect(open.length).toBeLessThanOrEqual(started.length + lines.length);
      }),
    );
  });

  it('is read in time, huge and deep as it may be', () => {
    const deep = `{"t":"start","otlp":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const wide = JSON.stringify({ t: 'observe', name: 'wide', value: 'x'.repeat(8_000_000) });
    const many = Array.from({ length: 200_000 }, () => '{"t":"end-again","traceId":"a"}');
    const evidence = read([deep, wide, ...many]);
    expect(evidence.endCalls).toHaveLength(200_000);
    expect(evidence.observed['wide']).toHaveLength(8_000_000);
    expect(evidence.started).toEqual([]);
  });
});

describe('open spans', () => {
  it('are those that were started and not ended, as they were last seen', () => {
    const { open, endCalls } = read([
      { t: 'start', otlp: bill(ONE) },
      { t: 'start', otlp: bill(OTHER) },
      { t: 'end', otlp: bill(ONE, { endTime: 2n }) },
      { t: 'open', otlp: bill(OTHER, { attributes: { 'order.id': 'order-7' } }) },
    ]);
    expect(open).toMatchObject([{ spanId: OTHER, attributes: { 'order.id': 'order-7' } }]);
    expect(endCalls).toMatchObject([{ spanId: ONE }]);
  });

  it('are as they started where nobody could look again', () => {
    const { open } = read([{ t: 'start', otlp: bill(ONE) }], { code: null, signal: 'SIGKILL' });
    expect(open).toMatchObject([{ spanId: ONE, attributes: {} }]);
  });
});

describe('the ending', () => {
  const limit = { kind: 'timed-out', limitMs: 5000 } as const;

  it.each<[string, unknown[], Partial<Remains>, Ending]>([
    ['a clean end', [{ t: 'done' }], {}, { kind: 'finished' }],
    ['no word at all', [], {}, { kind: 'exited', code: 0, early: true }],
    ['a code afterwards', [{ t: 'done' }], { code: 3 }, { kind: 'exited', code: 3, early: false }],
    ['an error', [{ t: 'threw', reason: 'r' }], { code: 1 }, { kind: 'threw', reason: 'r' }],
    [
      'an error after the work',
      [{ t: 'done' }, { t: 'threw', reason: 'r' }],
      { code: 1 },
      { kind: 'threw', reason: 'r' },
    ],
    [
      'a load failure',
      [{ t: 'not-loaded', reason: 'r' }],
      { code: 1 },
      { kind: 'not-loaded', reason: 'r' },
    ],
    [
      'a signal',
      [{ t: 'done' }],
      { code: null, signal: 'SIGKILL' },
      { kind: 'killed', signal: 'SIGKILL' },
    ],
    [
      'its own last word, and not by the signal after it',
      [{ t: 'done' }, { t: 'exit', code: 0 }],
      { code: null, signal: 'SIGKILL' },
      { kind: 'finished' },
    ],
    [
      'a limit, whatever else',
      [{ t: 'threw', reason: 'r' }],
      { code: null, signal: 'SIGKILL', cut: limit },
      limit,
    ],
    ['a process that never started', [], { code: null, lines: [] }, { kind: 'never-began' }],
    ['lines of its own', [{ t: 'done' }], { isTampered: true }, { kind: 'tampered' }],
  ])('is told by %s', (_title, lines, remains, ending) => {
    expect(read(lines, remains).ending).toEqual(ending);
  });
});
