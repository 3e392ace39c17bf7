import type { CheckVerdict, Judgement } from '@tracelings/lesson-kit';
import { describe, it } from 'vitest';
import { gateByStarter } from '../../src/grading/starter-gate.ts';

const starterPasses = new Set(['well-formed']);

describe('what the starter passes as well', () => {
  it('is worth nothing by itself', ({ expect }) => {
    const { verdict } = gateByStarter(
      judgementOf(['well-formed', 3, 3], ['named', 0, 2]),
      starterPasses,
    );
    expect(verdict.points).toBe(0);
    expect(verdict.checks.map(({ verdict: word, points }) => `${word} ${points}`)).toEqual([
      'not-yet 0',
      'not-yet 0',
    ]);
    expect(verdict.checks.map(({ waits }) => waits)).toEqual([true, undefined]);
    expect(verdict.checks[0]?.message).toMatchInlineSnapshot(
      `"The starter passes this check as it is, so it counts as soon as another check passes as well."`,
    );
  });

  it('counts as soon as anything else passes', ({ expect }) => {
    const judgement = judgementOf(['well-formed', 3, 3], ['named', 2, 2]);
    expect(gateByStarter(judgement, starterPasses)).toBe(judgement);
  });
});

function judgementOf(...checks: readonly [id: string, points: number, of: number][]): Judgement {
  return {
    verdict: {
      version: 1,
      lesson: '01-first-span',
      source: 'memory',
      seed: 7,
      verdict: 'not-yet',
      points: checks.reduce((sum, [, points]) => sum + points, 0),
      maxPoints: checks.reduce((sum, [, , of]) => sum + of, 0),
      durationMs: 1,
      checks: checks.map(([id, points, maxPoints]): CheckVerdict => {
        const verdict = points > 0 ? 'passed' : 'not-yet';
        return { id, title: id, verdict, points, maxPoints, message: '' };
      }),
    },
    runs: new Map(),
  };
}
