import { describeCount } from '../shape/count.ts';
import type { Place } from '../matching/shape-plan.ts';
import type { SpanFields } from '../shape/span-fields.ts';
import { matcherText } from '../rules/value.ts';

/** What a drawing tells of an expected span besides its name: the same facts as of an actual one. */
export function branchFacts({ branch, min, max }: Place): string[] {
  const { fields, open } = branch.shape;
  const { kind, parent } = fields;
  return [
    ...(kind === undefined || kind === 'internal' ? [] : [kind]),
    ...(parent === 'remote' ? ['remote parent'] : []),
    ...statusFacts(fields),
    ...(min === 1 && max === 1 ? [] : [describeCount({ min, max })]),
    ...(open ? ['others welcome'] : []),
  ];
}

function statusFacts({ status }: SpanFields): string[] {
  if (status === undefined || status === 'unset') return [];
  if (typeof status === 'string') return [status];
  if (status.message === undefined) return status.code === 'unset' ? [] : [status.code];
  const { message } = status;
  return [`${status.code}: ${typeof message === 'string' ? message : matcherText(message)}`];
}
