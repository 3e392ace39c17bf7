import { mergeConfig } from 'vitest/config';
import everywhere from '../../vitest.package.ts';

export default mergeConfig(everywhere, {
  test: {
    globalSetup: 'test/fixtures/clones-folder.ts',
    // Its tests wait for screens more than they work.
    maxWorkers: 4,
  },
});
