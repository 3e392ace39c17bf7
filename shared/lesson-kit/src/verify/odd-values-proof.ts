import { join } from 'node:path';
import { type AttributeValue, Explanation, Trace } from '@tracelings/trace-shape';
import type { Check, Run } from '../lesson/check.ts';
import type { LessonFolder } from '../lesson/lesson-folder.ts';
import { readablePath } from '../lesson/repository.ts';
import type { Complaint } from './complaint.ts';
import { solutionRuns } from './solution-runs.ts';

/** What an attribute can be and hardly ever is. */
const ODD_VALUES: Readonly<Record<string, AttributeValue>> = {
  'a large number': 2n ** 60n,
  null: null,
  bytes: new Uint8Array([1, 2]),
  'a list': ['one', null, 2n ** 60n],
  'a map': { one: 2n ** 60n },
};

type Attributed = 'attributes' | 'resource';

/** No check breaks on the solution's runs where an attribute has a value of another kind. */
export async function proveOddValues(
  lesson: LessonFolder,
  signal?: AbortSignal,
): Promise<Complaint[]> {
  const runs = await solutionRuns(lesson, signal);
  const file = readablePath(join(lesson.directory, 'checks.ts'));
  return lesson.manifest.checks.flatMap((check) => {
    const run = runs.get(check.scenario);
    const message = run && complaintOn(check, run);
    return message === undefined ? [] : [{ file, message }];
  });
}

/** The first value that the check breaks on speaks for all. */
function complaintOn(check: Check<unknown>, run: Run<unknown>): string | undefined {
  for (const place of ['attributes', 'resource'] as const) {
    for (const name of namesIn(run.trace, place)) {
      for (const [kind, value] of Object.entries(ODD_VALUES)) {
        const error = breaksOn(check, { ...run, trace: withValue(run.trace, place, name, value) });
        if (error !== undefined) {
          return `the check "${check.id}" breaks where "${name}" is ${kind} (${error}); let it throw an Explanation`;
        }
      }
    }
  }
  return undefined;
}

function breaksOn(check: Check<unknown>, run: Run<unknown>): string | undefined {
  try {
    check.judge(run);
  } catch (thrown) {
    if (!(thrown instanceof Explanation)) return String(thrown);
  }
  return undefined;
}

function namesIn(trace: Trace, place: Attributed): Set<string> {
  return new Set(trace.spans.flatMap((span) => Object.keys(span[place])));
}

/** The trace as it would be, had every span this value for the attribute. */
function withValue(trace: Trace, place: Attributed, name: string, value: AttributeValue): Trace {
  return new Trace(
    trace.spans.map((span) => ({ ...span, [place]: { ...span[place], [name]: value } })),
  );
}
