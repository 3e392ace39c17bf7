export { gradeCommand } from './command/grade-command.ts';
export type { GradeOptions } from './command/grade-options.ts';
export { formatNames } from './format/formats.ts';
export type {
  Grade,
  GradeOrder,
  GradeTrace,
  GradeVerdict,
  GradedCheck,
  Isolation,
  Submission,
  Wall,
} from './grade.ts';
