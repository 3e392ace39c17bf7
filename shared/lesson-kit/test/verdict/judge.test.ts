import { join } from 'node:path';
import { Explanation } from '@tracelings/trace-shape';
import { describe, it } from 'vitest';
import { exitCodeOf, judge, memorySource, Random, WaitingProcess } from '../../src/index.ts';
import type { Check, Judgement, JudgeOrder, LessonFolder, Source } from '../../src/index.ts';
import { errandLesson, withPlan } from '../fixture-lessons.ts';
import { setUp } from '../run-of.ts';
import { writeSubject } from '../written-subject.ts';

const SOLUTION = { directory: join(errandLesson.solution, 'src') };

function judged(subject: { readonly directory: string }, more: Partial<JudgeOrder> = {}) {
  return judge({ lesson: errandLesson, subject, source: memorySource(), seed: 1, ...more });
}

async function judgedProgram(main: string, more: Partial<JudgeOrder> = {}): Promise<Judgement> {
  await using subject = await writeSubject(main);
  return await judged(subject, more);
}

async function inputsFor(seed: number): Promise<unknown[]> {
  return [...(await judged(SOLUTION, { seed })).runs.values()].map((run) => run.inputs);
}

function wordsOf({ verdict }: Judgement): string[] {
  return verdict.checks.map((check) => `${check.id}: ${check.verdict}`);
}

function withChecks(...checks: Check<unknown>[]): LessonFolder {
  return { ...errandLesson, manifest: { ...errandLesson.manifest, checks } };
}

function aCheck(run: Check<unknown>['judge']): Check<unknown> {
  return { id: 'one', title: 'one', points: 1, scenario: 'errand', judge: run };
}

describe.concurrent('a verdict', () => {
  it('on a right answer is passed, with all points', async ({ expect }) => {
    const { verdict, runs, failure } = await judged(SOLUTION);
    expect({ ...verdict, durationMs: 0 }).toMatchInlineSnapshot(`
      {
        "checks": [
          {
            "id": "registered",
            "maxPoints": 2,
            "message": "",
            "points": 2,
            "title": "the provider is registered",
            "verdict": "passed",
          },
          {
            "id": "one-span",
            "maxPoints": 2,
            "message": "",
            "points": 2,
            "title": "there is one span",
            "verdict": "passed",
          },
          {
            "id": "ended",
            "maxPoints": 2,
            "message": "",
            "points": 2,
            "title": "the span is ended",
            "verdict": "passed",
          },
          {
            "id": "delivered",
            "maxPoints": 2,
            "message": "",
            "points": 2,
            "title": "the span is delivered",
            "verdict": "passed",
          },
          {
            "id": "order-named",
            "maxPoints": 2,
            "message": "",
            "points": 2,
            "title": "the span names its order",
            "verdict": "passed",
          },
        ],
        "durationMs": 0,
        "lesson": "01-errand",
        "maxPoints": 10,
        "points": 10,
        "seed": 1,
        "source": "memory",
        "verdict": "passed",
        "version": 1,
      }
    `);
    expect(verdict.durationMs).toBeGreaterThan(0);
    expect([...runs.keys()]).toEqual(['errand', 'again']);
    expect(failure).toBeUndefined();
  });

  it('on a wrong answer is not yet, with the points of what is right', async ({ expect }) => {
    const directory = join(errandLesson.solution, 'mistakes/order-misnamed');
    const judgement = await judged({ directory });
    expect(wordsOf(judgement)).toEqual([
      'registered: passed',
      'one-span: passed',
      'ended: passed',
      'delivered: passed',
      'order-named: not-yet',
    ]);
    expect(judgement.verdict).toMatchObject({ verdict: 'not-yet', points: 8, maxPoints: 10 });
    expect(judgement.runs.get('again')?.inputs).toEqual({
      orderId: new Random('1:again').id('order'),
    });
    expect(judgement.failure).toBeInstanceOf(Explanation);
    expect(judgement.failure?.message).toBe(judgement.verdict.checks[4]?.message);
  });

  it('is the same for the same seed, and of other inputs for another', async ({ expect }) => {
    const [first, again, other] = [await inputsFor(1), await inputsFor(1), await inputsFor(2)];
    expect(first).toEqual(again);
    expect(first).not.toEqual(other);
    expect(first[0]).not.toEqual(first[1]);
  });

  it('on a program that does not load is could-not-run, said once', async ({ expect }) => {
    const { verdict, failure } = await judgedProgram('export const mian = 1;');
    expect(verdict).toMatchObject({ verdict: 'could-not-run', points: 0, maxPoints: 10 });
    expect(verdict.checks.map((check) => check.verdict)).toEqual(Array(5).fill('could-not-run'));
    expect(verdict.checks.map((check) => check.message)).toMatchInlineSnapshot(`
      [
        "The program could not be loaded: it must export "main", but it exports mian
      Nothing was checked yet. Mend main.ts or what it imports, and save again.",
        "",
        "",
        "",
        "",
      ]
    `);
    expect(failure).toBeUndefined();
  });

  it('speaks of the scenario that could not run, and judges the other', async ({ expect }) => {
    const order = new Random('1:again').id('order');
    const judgement = await judgedProgram(
      `${setUp}
export async function main({ exporter, orderId }) {
  if (orderId === ORDER) throw new Error('out of order');
  const provider = register(exporter);
  trace.getTracer('t').startSpan('run errand').end();
  await provider.shutdown();
}
const ORDER = '${order}';`,
    );
    expect(wordsOf(judgement)).toEqual([
      'registered: passed',
      'one-span: passed',
      'ended: passed',
      'delivered: passed',
      'order-named: could-not-run',
    ]);
    expect(judgement.verdict.verdict).toBe('could-not-run');
    expect(judgement.verdict.checks[4]?.message).toContain('out of order');
  });

  it('on a run that its checks judge themselves is theirs', async ({ expect }) => {
    const program = `${setUp}
export async function main({ exporter }) {
  register(exporter);
  trace.getTracer('t').startSpan('run errand').end();
  throw new Error('refused');
}`;
    const plain = await judgedProgram(program);
    expect(plain.verdict.verdict).toBe('could-not-run');
    const lesson = withPlan(errandLesson, { judged: ['threw'] });
    const own = await judgedProgram(program, { lesson });
    expect(wordsOf(own).slice(0, 3)).toEqual([
      'registered: passed',
      'one-span: passed',
      'ended: passed',
    ]);
  });

  it('on a program that exits early is for the checks to give', async ({ expect }) => {
    const judgement = await judgedProgram('export function main() { process.exit(1); }');
    expect(judgement.verdict.verdict).toBe('not-yet');
    expect(judgement.verdict.checks[0]?.id).toBe('registered');
  });

  it('does not come from a check that breaks', async ({ expect }) => {
    const broken = aCheck(() => {
      throw new TypeError('undefined is no span');
    });
    const error: unknown = await judged(SOLUTION, { lesson: withChecks(broken) }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchInlineSnapshot(
      `[Error: The check "one" of 01-errand broke (TypeError: undefined is no span), which is a fault of the lesson and not of the program. Let the check throw an Explanation instead.]`,
    );
    expect(error).toHaveProperty('cause', new TypeError('undefined is no span'));
  });

  it('does not come from a source that fails', async ({ expect }) => {
    const gone: Source = { ...memorySource(), read: () => Promise.reject(new Error('it is gone')) };
    await expect(judged(SOLUTION, { source: gone })).rejects.toThrow('it is gone');
  });

  it('does not come when the signal is aborted', async ({ expect }) => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(judged(SOLUTION, { signal })).rejects.toThrow('enough');
  });

  it('is asked of a trace that has the open spans too, and no span twice', async ({ expect }) => {
    const names: string[] = [];
    const look = aCheck(({ trace }) => void names.push(...trace.spans.map((span) => span.name)));
    await judgedProgram(
      `${setUp}
export async function main({ exporter }) {
  const twice = [new SimpleSpanProcessor({ exporter }), new SimpleSpanProcessor({ exporter })];
  const provider = register(exporter, { spanProcessors: twice });
  trace.getTracer('t').startSpan('done').end();
  trace.getTracer('t').startSpan('open');
  await provider.shutdown();
}`,
      { lesson: withChecks(look) },
    );
    expect(names).toEqual(['done', 'open']);
  });
});

describe.concurrent('a judge who is told which check somebody works on', () => {
  it('runs first what that needs, and tells its failure before the others run', async ({
    expect,
  }) => {
    const { order, log } = followed({ upTo: 'registered' });
    const judgement = await judgedProgram('export function main() {}', order);
    expect(log).toEqual(['runs errand', 'registered fails', 'runs again']);
    expect(judgement.verdict.checks).toHaveLength(5);
    expect([...judgement.runs.keys()]).toEqual(['errand', 'again']);
  });

  it('tells no failure early that the last run has shown', async ({ expect }) => {
    const { order, log } = followed({ upTo: 'ended' });
    const directory = join(errandLesson.solution, 'mistakes/order-misnamed');
    const { verdict } = await judged({ directory }, order);
    expect(log).toEqual(['runs errand', 'runs again']);
    expect(verdict.verdict).toBe('not-yet');
  });

  it('runs everything at once where the check is none of the lesson', async ({ expect }) => {
    const { order, log } = followed({ upTo: 'no-such-check' });
    const { verdict } = await judged(SOLUTION, order);
    expect(log.toSorted()).toEqual(['runs again', 'runs errand']);
    expect(verdict.verdict).toBe('passed');
  });
});

describe.concurrent('the runs of a judgement', () => {
  it('begin and are listed in the order of the manifest, whatever the checks read first', async ({
    expect,
  }) => {
    const { manifest } = errandLesson;
    const scenarios = Object.fromEntries(Object.entries(manifest.scenarios).toReversed());
    const lesson = { ...errandLesson, manifest: { ...manifest, scenarios } };
    const { order, log } = followed({ lesson });
    const { runs } = await judged(SOLUTION, order);
    expect(log).toEqual(['runs again', 'runs errand']);
    expect([...runs.keys()]).toEqual(['again', 'errand']);
  });
});

function followed(more: Partial<JudgeOrder>): { order: Partial<JudgeOrder>; log: string[] } {
  const log: string[] = [];
  const order: Partial<JudgeOrder> = {
    ...more,
    onFailure: ({ id }) => log.push(`${id} fails`),
    process: (scenario) => {
      log.push(`runs ${scenario}`);
      return new WaitingProcess();
    },
  };
  return { order, log };
}

describe('exit codes', () => {
  it.for([
    ['passed', 0],
    ['not-yet', 1],
    ['could-not-run', 2],
    ['environment-missing', 3],
  ] as const)('%s is %d', ([word, code], { expect }) => {
    expect(exitCodeOf(word)).toBe(code);
  });
});
