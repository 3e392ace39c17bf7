import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { hasBeginning, keptAmong, keptOf, refuseFailures } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Beginning, Inputs } from './inputs.ts';
import { rangeOfLuck } from './luck.ts';

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
    const kept = keptVisits(run, visits);
    const { low, high } = rangeOfLuck(visits.length, TENTH, BAD_LUCK);
    if (low <= kept && kept <= high) return;
    throw new Explanation({
      sought: `about ${visits.length * TENTH} of ${visits.length} visits kept`,
      found: `${kept} of them were kept`,
      ...reasonsFor(run, kept),
      kind: 'count',
    });
  },
};

function keptVisits(run: ShopRun, visits: readonly Beginning[]): number {
  return keptAmong(run, visits).filter((visit) => hasBeginning(keptOf(run, visit))).length;
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
