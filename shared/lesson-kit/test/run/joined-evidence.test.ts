import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/index.ts';
import { readEvidence } from '../../src/run/evidence-reader.ts';
import { joinEvidence } from '../../src/run/joined-evidence.ts';

function part(lines: readonly object[], more: Partial<Evidence> = {}): Evidence {
  const remains = {
    lines: [{ t: 'began' }, ...lines].map((line) => JSON.stringify(line)),
    isTampered: false,
    stdout: '',
    stderr: '',
    code: 0,
    signal: null,
    leftProcesses: false,
  };
  return { ...readEvidence(remains, 1), ...more };
}

function observe(name: string, value: number): object {
  return { t: 'observe', name, value };
}

describe('the evidence of several processes', () => {
  it('is finished when each of them is', () => {
    const joined = joinEvidence([part([{ t: 'done' }], { service: 'a' }), part([{ t: 'done' }])]);
    expect(joined.ending).toEqual({ kind: 'finished' });
    expect(joined).not.toHaveProperty('service');
  });

  it('counts for nothing when one of them was tampered with, however the others ended', () => {
    const exited = part([{ t: 'done' }], { ending: { kind: 'exited', code: 0, early: true } });
    const joined = joinEvidence([exited, part([], { ending: { kind: 'tampered' }, service: 'b' })]);
    expect(joined).toMatchObject({ ending: { kind: 'tampered' }, service: 'b' });
  });

  it('ends as the first of them that ended badly, and names it', () => {
    const threw = { t: 'threw', reason: 'no money' };
    const joined = joinEvidence([
      part([{ t: 'done' }], { service: 'payment' }),
      part([threw], { service: 'gateway' }),
      part([{ t: 'threw', reason: 'fetch failed' }]),
    ]);
    expect(joined).toMatchObject({
      ending: { kind: 'threw', reason: 'no money' },
      service: 'gateway',
    });
  });

  it('keeps all that was observed, the last word counting', () => {
    const { observed } = joinEvidence([
      part([observe('a', 1), observe('__proto__', 2)]),
      part([observe('a', 3)]),
    ]);
    expect(Object.entries(observed)).toEqual([
      ['a', 3],
      ['__proto__', 2],
    ]);
  });

  it('joins what was printed and lasts as long as the longest', () => {
    const joined = joinEvidence([
      part([], { output: { stdout: 'one\n', stderr: '' }, durationMs: 3 }),
      part([], { output: { stdout: 'two\n', stderr: 'no\n' }, durationMs: 2, leftProcesses: true }),
    ]);
    expect(joined.output).toEqual({ stdout: 'one\ntwo\n', stderr: 'no\n' });
    expect(joined.durationMs).toBe(3);
    expect(joined.leftProcesses).toBe(true);
  });
});
