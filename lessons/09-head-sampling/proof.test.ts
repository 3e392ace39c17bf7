import { proveLesson } from '@tracelings/lesson-kit/vitest';

await proveLesson(import.meta.url);
