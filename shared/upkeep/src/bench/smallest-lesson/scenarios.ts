import type { Scenario } from '@tracelings/lesson-kit';
import type * as Subject from './main.ts';

export const one: Scenario<typeof Subject, null> = ({ subject, exporter }) =>
  subject.main(exporter);
