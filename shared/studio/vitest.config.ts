import { mergeConfig } from 'vitest/config';
import everywhere from '../../vitest.package.ts';

/** No test leaves anything behind in the process, and starting one for each file costs seconds. */
export default mergeConfig(everywhere, { test: { isolate: false } });
