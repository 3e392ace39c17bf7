export { proveLesson } from './vitest/prove-lesson.ts';
export { registerChecks } from './vitest/register-checks.ts';
