import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../../grader/schema/grade.schema.json' with { type: 'json' };

/** `infra-error`: the grader failed, and nothing is known about the work. */
export type GradeWord = 'passed' | 'not-yet' | 'could-not-run' | 'infra-error';

export interface ReportedCheck {
  readonly id: string;
  readonly title: string;
  readonly verdict: GradeWord;
  readonly points: number;
  readonly maxPoints: number;
  readonly message: string;
  readonly waits?: true;
}

/** A grade as the grader's schema has it; no more of it than the page reads. Any text may be in it. */
export interface ReportedGrade {
  readonly learner: string;
  readonly lesson: string;
  readonly verdict: GradeWord;
  readonly points: number;
  readonly maxPoints: number;
  readonly checks: readonly ReportedCheck[];
  readonly seed: number;
  readonly isolation: 'bwrap' | 'docker' | 'none';
  readonly gradedAt: string;
  readonly trace?: {
    readonly scenario: string;
    readonly otlp: unknown;
    readonly spansLeftOut: number;
    readonly failing?: { readonly traceId: string; readonly spanId: string };
  };
}

const fits = new Ajv2020({ strict: true }).compile<ReportedGrade>(schema);

/** The value, if it is a grade by the schema that the grader writes by. */
export function gradeIn(value: unknown): ReportedGrade | undefined {
  return fits(value) ? value : undefined;
}

/** What a text of JSON holds; nothing where it is damaged. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
