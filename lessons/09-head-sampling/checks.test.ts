import { registerChecks } from '@tracelings/lesson-kit/vitest';

await registerChecks(import.meta.url);
