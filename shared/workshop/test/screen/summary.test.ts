import { expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { summaryLine } from '../../src/screen/summary.ts';
import { verdictOf } from '../fixtures/verdicts.ts';

test.for([
  [['passed', 'passed', 'passed'] as const, 'done'],
  [['passed', 'not-yet', 'not-yet'] as const, 'a tracer provider is registered'],
  [['could-not-run', 'could-not-run'] as const, 'could not run'],
  [['environment-missing'] as const, 'not counted: this machine lacks something'],
] as const)('A lesson whose checks are %j is summed up as "%s".', ([words, standing]) => {
  expect(summaryLine(verdictOf(words), plain)).toMatch(
    new RegExp(`07-background-work.*${standing}$`),
  );
});
