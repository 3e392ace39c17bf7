import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { hasBeginning, keptAmong, keptOf, refuseFailures } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Beginning, Inputs } from './inputs.ts';
import { rangeOfLuck, type Range } from './luck.ts';

const TENTH = 0.1;

/** A sampler that draws lots of its own is refused by bad luck less than once in so many runs. */
const BAD_LUCK = 1e-9;

export const shopAnswers: Check<Inputs> = {
  id: 'shop-answers',
  title: 'every request is answered as before',
  points: 1,
  scenario: 'callers',
  judge(run) {
    const { orders, stray, calls } = run.inputs;
    refuseFailures(run, [...orders, stray, ...calls]);
  },
};

export const aTenth: Check<Inputs> = {
  id: 'a-tenth',
  title: 'one visit in ten is kept',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const { visits } = run.inputs;
    refuseFailures(run, visits);
    const kept = keptVisits(run);
    const { low, high } = rangeFor(run, kept);
    if (low <= kept.size && kept.size <= high) return;
    throw new Explanation({
      sought: `${visits.length * TENTH} of ${visits.length} visits kept`,
      found: `${kept.size} of them were kept`,
      ...reasonsFor(run, kept.size),
      kind: 'count',
    });
  },
};

/** The trace ids of the visits whose beginning was kept. */
function keptVisits(run: ShopRun): ReadonlySet<string> {
  const kept = keptAmong(run, run.inputs.visits);
  const withBeginning = kept.filter((visit) => hasBeginning(keptOf(run, visit)));
  return new Set(withBeginning.map(({ traceId }) => traceId));
}

/** Exact for samplers that compare the id with their ratio; luck is left to those that do not. */
function rangeFor({ inputs: { visits } }: ShopRun, kept: ReadonlySet<string>): Range {
  const tenth = visits.length * TENTH;
  return isCutAtOnePlace(visits, kept)
    ? { low: tenth - 1, high: tenth + 1 }
    : rangeOfLuck(visits.length, TENTH, BAD_LUCK);
}

/** Whether the lowest places were kept and no other; in the order of the ids they ascend. */
function isCutAtOnePlace(visits: readonly Beginning[], kept: ReadonlySet<string>): boolean {
  const ids = visits.map(({ traceId }) => traceId).toSorted();
  return ids.slice(0, kept.size).every((traceId) => kept.has(traceId));
}

type Reasons = Pick<ExplanationParts, 'because' | 'next'>;

function reasonsFor(run: ShopRun, kept: number): Reasons {
  const { visits } = run.inputs;
  if (kept === 0) return reasonsForNone(run);
  if (kept < visits.length) {
    return {
      because: 'a ratio is the share that is kept, not the share that is dropped',
      next: 'in sampler.ts, give `new TraceIdRatioBasedSampler(…)` the ratio 0.1',
    };
  }
  if (run.evidence.observed['sampling'] === 'AlwaysOnSampler') {
    return {
      because: 'createSampler() returns a sampler that keeps everything',
      next: 'in sampler.ts, let traces begin with `new TraceIdRatioBasedSampler(0.1)`',
    };
  }
  return {
    because: 'a ratio goes from 0 to 1, and what is above 1 counts as 1. No warning says so',
    next: 'write the tenth as 0.1',
  };
}

function reasonsForNone(run: ShopRun): Reasons {
  const { visits } = run.inputs;
  const begun = new Set(visits.map(({ traceId }) => traceId));
  const { started } = run.evidence;
  if (started.some(({ traceId }) => begun.has(traceId))) {
    return {
      because:
        'they were recorded, and never sampled. RECORD fills a span and exports nothing of it; ' +
        'the decision that keeps one is called RECORD_AND_SAMPLED',
      next: 'return `SamplingDecision.RECORD_AND_SAMPLED` for what is to be kept',
    };
  }
  return started.some((span) => span.kind === 'server' && span.parent === undefined)
    ? {
        because: 'their traces have other ids than those the checks handed out',
        next: 'give the provider in tracing.ts the `idGenerator` that it is handed',
      }
    : {
        because: 'the sampler says no to every trace that begins, or no provider has one at all',
        next: 'in sampler.ts, let traces begin with `new TraceIdRatioBasedSampler(0.1)`',
      };
}
