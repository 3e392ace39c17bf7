import {
  type Evidence,
  findLesson,
  judge,
  type Judgement,
  type LessonFolder,
  memorySource,
  Random,
  runScenario,
} from '@tracelings/lesson-kit';
import { cheapestScenario } from './attack.ts';

const SEED = 7;
const MOST_MS = 60_000;

/** What one run leaves with nothing around it; of the scenario that takes the fewest processes. */
export async function unwalledEvidence(id: string, directory: string): Promise<Evidence> {
  const lesson = await findLesson(id);
  const scenario = cheapestScenario(lesson);
  return runScenario({
    lesson: withoutHurry(lesson),
    scenario,
    subject: directory,
    inputs: lesson.manifest.inputs(new Random(`${SEED}:${scenario}`)),
    sink: memorySource().sink,
  });
}

/** What the checks say of all runs with nothing around them, and all that they say believed. */
export async function unwalledJudgement(id: string, directory: string): Promise<Judgement> {
  const lesson = await findLesson(id);
  return judge({ lesson, subject: { directory }, source: memorySource(), seed: SEED });
}

/** An attack that a busy machine ends is no attack that failed. */
function withoutHurry(lesson: LessonFolder): LessonFolder {
  const plans = Object.entries(lesson.manifest.scenarios);
  const scenarios = Object.fromEntries(
    plans.map(([name, plan]) => [name, { ...plan, timeLimitMs: MOST_MS }]),
  );
  return { ...lesson, manifest: { ...lesson.manifest, scenarios } };
}
