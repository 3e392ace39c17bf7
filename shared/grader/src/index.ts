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
