import { expect, test } from 'vitest';
import { graderVersion } from '../../src/version/grader-version.ts';

test('The version has a number for people and a hash of what judges.', async () => {
  expect(await graderVersion()).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{12}$/);
});
