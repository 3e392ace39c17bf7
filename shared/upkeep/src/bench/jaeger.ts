import { join } from 'node:path';
import { findLesson, jaegerSource, judge, memorySource } from '@tracelings/lesson-kit';
import type { Source } from '@tracelings/lesson-kit';
import type { BenchmarkFamily } from './family.ts';

/** A check against a real Jaeger that already runs, beside the same check from memory. */
export async function jaegerFamily(resources: AsyncDisposableStack): Promise<BenchmarkFamily> {
  const { JaegerContainer } = await import('@tracelings/jaeger');
  const jaeger = resources.use(await new JaegerContainer().start());
  const lesson = await findLesson('01');
  const subject = { directory: join(lesson.solution, 'src') };
  const judgeFrom = async (source: Source): Promise<void> => {
    const { verdict } = await judge({ lesson, subject, source, seed: 1 });
    if (verdict.verdict !== 'passed') {
      throw new Error(`The solution of ${lesson.id} did not pass: ${verdict.verdict}.`);
    }
  };
  return {
    name: 'jaeger',
    rounds: 15,
    cases: [
      { name: 'lesson 01 from memory', run: () => judgeFrom(memorySource()) },
      {
        name: 'lesson 01 from Jaeger',
        atMost: { msAboveFirst: 250 },
        run: () => judgeFrom(jaegerSource(jaeger)),
      },
    ],
  };
}
