import { globSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** For editors, which show every package at once: also the lessons' `checks.test.ts`. */
export default defineConfig({
  test: {
    projects: globSync('{lessons,shared}/*/package.json').map((manifest) => ({
      extends: './vitest.package.ts',
      root: manifest.replace('/package.json', ''),
    })),
  },
});
