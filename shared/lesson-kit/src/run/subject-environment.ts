import { fileURLToPath } from 'node:url';
import { RUN_MARK } from './run-mark.ts';

const COMPILE_CACHE = fileURLToPath(new URL('../../../../.cache/compile', import.meta.url));
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'] as const;

/**
 * What a subject's process sees of the environment. An `OTEL_*` variable of the learner's shell
 * would change what their program emits, so none comes in. Code that Node compiled is kept in the
 * folder `compiled`.
 */
export function subjectEnvironment(mark: string, compiled = COMPILE_CACHE): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { NODE_COMPILE_CACHE: compiled, [RUN_MARK]: mark };
  for (const name of PASSED_ON) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  return environment;
}
