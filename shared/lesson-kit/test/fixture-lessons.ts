import { fileURLToPath } from 'node:url';
import { openLesson } from '../src/index.ts';
import type { LessonFolder, ScenarioPlan } from '../src/index.ts';

/** One process, one span: `run errand`. */
export const errandLesson = await openFixture('01-errand');

/** Three services, each in a process of its own: gateway, inventory, payment. */
export const relayLesson = await openFixture('02-relay');

/** The same lesson with every scenario run in another way. */
export function withPlan(lesson: LessonFolder, plan: ScenarioPlan): LessonFolder {
  const scenarios = Object.entries(lesson.manifest.scenarios).map(
    ([name, own]): [string, ScenarioPlan] => [name, { ...own, ...plan }],
  );
  return { ...lesson, manifest: { ...lesson.manifest, scenarios: Object.fromEntries(scenarios) } };
}

function openFixture(id: string): Promise<LessonFolder> {
  return openLesson(fileURLToPath(new URL(`fixtures/shop/lessons/${id}`, import.meta.url)));
}
