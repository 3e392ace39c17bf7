import { Explanation } from '@tracelings/trace-shape';
import type { ExplanationParts } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { hasBeginning, keptAmong, keptOf, nameOf, refuseFailures } from './facts.ts';
import type { ShopRun } from './facts.ts';
import { TENTH } from './inputs.ts';
import type { Beginning, Inputs } from './inputs.ts';

export const shopAnswers: Check<Inputs> = {
  id: 'shop-answers',
  title: 'every request is answered as before',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const { refunds, stray, visits } = run.inputs;
    refuseFailures(run, [...refunds, stray, ...visits]);
  },
};

export const aTenth: Check<Inputs> = {
  id: 'a-tenth',
  title: 'one visit in ten is kept, by its trace id',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const visits = visitsTo(run, 'GET /kites/:id');
    const kept = keptVisits(run, visits);
    if (isTheTenth(visits, kept)) return;
    throw new Explanation({
      sought: `${visits.length * TENTH} of ${visits.length} visits kept: those whose trace ids a ratio of 0.1 keeps`,
      ...(isCutAtOnePlace(visits, kept)
        ? { found: `${kept.size} of them were kept`, ...reasonsFor(run, visits, kept.size) }
        : BY_LOT),
      kind: 'count',
    });
  },
};

export function visitsTo(run: ShopRun, name: string): Beginning[] {
  return run.inputs.visits.filter((visit) => nameOf(visit) === name);
}

/** The trace ids of the visits whose beginning was kept. */
export function keptVisits(run: ShopRun, visits: readonly Beginning[]): ReadonlySet<string> {
  const kept = keptAmong(run, visits).filter((visit) => hasBeginning(keptOf(run, visit)));
  return new Set(kept.map(({ traceId }) => traceId));
}

/** Whether what is kept is what a ratio of 0.1 keeps, to the last trace. */
export function isTheTenth(visits: readonly Beginning[], kept: ReadonlySet<string>): boolean {
  return kept.size === visits.length * TENTH && isCutAtOnePlace(visits, kept);
}

/** Whether the lowest places were kept and no other; in the order of the ids they ascend. */
function isCutAtOnePlace(visits: readonly Beginning[], kept: ReadonlySet<string>): boolean {
  const ids = visits.map(({ traceId }) => traceId).toSorted();
  return ids.slice(0, kept.size).every((traceId) => kept.has(traceId));
}

const BY_LOT = {
  found: 'others were kept',
  because:
    'lots were drawn, or the id was read in a way of its own. Another program that meets the same ' +
    'trace id would decide otherwise, and so would this one tomorrow',
  next: 'in sampler.ts, let `new TraceIdRatioBasedSampler(0.1)` decide: its answer is in the id',
};

type Reasons = Pick<ExplanationParts, 'because' | 'next'>;

function reasonsFor(run: ShopRun, visits: readonly Beginning[], kept: number): Reasons {
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
  if (run.evidence.diagnostics.some(({ message }) => message.includes('root sampler'))) {
    return {
      because:
        'the ParentBasedSampler found no `root` in what it was given, and asks an AlwaysOnSampler ' +
        'where a trace begins',
      next: 'in sampler.ts, hand your sampler over by its name: `new ParentBasedSampler({ root: … })`',
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
