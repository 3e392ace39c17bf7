import { mergeConfig } from 'vitest/config';
import everywhere from '../../vitest.package.ts';

export default mergeConfig(everywhere, {
  // Its tests wait for walls and limits more than they work.
  test: { maxWorkers: 4 },
});
