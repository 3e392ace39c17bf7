import { Explanation } from '@tracelings/trace-shape';
import type { Check } from '@tracelings/lesson-kit';
import { hasBeginning, keptOf, nameOf } from './facts.ts';
import type { ShopRun } from './facts.ts';
import type { Beginning, Inputs } from './inputs.ts';
import { isTheTenth, keptVisits, visitsTo } from './share-checks.ts';

export const wholePath: Check<Inputs> = {
  id: 'whole-path',
  title: 'a page is no health check because its path begins like one',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const pages = visitsTo(run, 'GET /ready-to-fly');
    const kept = keptVisits(run, pages);
    if (isTheTenth(pages, kept)) return;
    throw new Explanation({
      sought:
        '`GET /ready-to-fly` kept as any other page: those whose trace ids a ratio of 0.1 keeps',
      found: `${kept.size === 0 ? 'none' : kept.size} of ${pages.length} kept`,
      because:
        'the rule for health checks looks at how a path begins, and `/ready-to-fly` begins like ' +
        '`/ready`',
      next: 'compare the whole of `http.route`, which has no query and no ids in it',
      kind: 'missing',
    });
  },
};

export const refundsKept: Check<Inputs> = {
  id: 'refunds-kept',
  title: 'every refund is kept',
  points: 1,
  scenario: 'rush',
  judge(run) {
    const lost = run.inputs.refunds.find((refund) => !hasBeginning(keptOf(run, refund)));
    if (lost !== undefined) throw lostRefund(run, lost);
  },
};

function lostRefund({ evidence }: ShopRun, refund: Beginning): Explanation {
  const wasRecorded = evidence.started.some(({ traceId }) => traceId === refund.traceId);
  return new Explanation({
    sought: `every \`${nameOf(refund)}\` kept, whatever the ratio says`,
    found: wasRecorded ? 'one was recorded, and never exported' : 'one was not kept',
    because: wasRecorded
      ? 'RECORD fills a span and leaves its sampled flag at 0, and without that flag it is not ' +
        'exported. The decision that keeps a span is RECORD_AND_SAMPLED'
      : 'no rule speaks of its route, so the ratio decides about it as about everything',
    next: wasRecorded
      ? 'for refunds, return `{ decision: SamplingDecision.RECORD_AND_SAMPLED }`'
      : 'where a trace begins with `http.route` `/refunds/:id`, ask an AlwaysOnSampler',
    kind: 'missing',
  });
}
