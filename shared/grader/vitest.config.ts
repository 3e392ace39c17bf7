import { mergeConfig } from 'vitest/config';
import everywhere from '../../vitest.package.ts';

export default mergeConfig(everywhere, {
  test: {
    // Much of what its tests run waits for a limit, and no package takes longer.
    maxWorkers: 2,
  },
});
