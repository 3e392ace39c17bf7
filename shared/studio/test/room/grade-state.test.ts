import { describe, expect, test } from 'vitest';
import { gradeState } from '../../src/room/grade-state.ts';
import { gradeOf } from '../fixtures/grades.ts';
import { checkStock, order } from '../fixtures/order.ts';

const given = { learner: 'ada', words: ['not-yet'] } as const;

describe('a grade in full', () => {
  test('has its trace laid out, with the span that the check speaks of', () => {
    // order ◀
    // └─ check stock
    const { trace } = gradeState(gradeOf({ ...given, spans: [order, checkStock] }));
    expect(trace?.picture?.rows).toMatchObject([
      { name: 'order', state: 'spoken-of', notes: [] },
      { name: 'check stock', state: 'plain' },
    ]);
  });

  test('has no picture of spans that cannot be read', () => {
    const grade = gradeOf(given);
    const otlp = { resourceSpans: [{ scopeSpans: [{ spans: [{ traceId: 7 }] }] }] };
    const broken = { ...grade, trace: { scenario: 'order', spansLeftOut: 2, otlp } };
    expect(gradeState(broken).trace).toEqual({ scenario: 'order', spansLeftOut: 2 });
  });

  test('hides nothing in a text, and leaves its lines', () => {
    const { learner, checks } = gradeState(
      gradeOf({ learner: 'a\u202Eb', words: ['not-yet'], message: 'one\u0007\ntwo' }),
    );
    expect(learner).not.toContain('\u202E');
    expect(checks[0]?.message.split('\n')).toHaveLength(2);
    expect(checks[0]?.message).not.toContain('\u0007');
  });
});
