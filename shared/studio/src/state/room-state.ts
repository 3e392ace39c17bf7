import type { Picture } from '../picture/picture.ts';
import type { GradeWord, ReportedGrade } from '../room/reported-grade.ts';

/** A class as the page shows it: lessons by learners, and what stops them. */
export interface RoomState {
  /** The file that it comes from. */
  readonly source: string;
  /** A batch writes it, a grade at a time. */
  readonly isFollowed: boolean;
  /** Why there is nothing to show, or not all of it. */
  readonly trouble?: string;
  /** Entries of the file that are no grades. */
  readonly damaged: number;
  /** Some submission ran with nothing between it and the judge. */
  readonly isTrusted: boolean;
  readonly lessons: readonly RoomLesson[];
  readonly learners: readonly RoomLearner[];
  /** The first one stops most of them. */
  readonly stops: readonly RoomStop[];
}

export interface RoomLesson {
  readonly id: string;
  readonly graded: number;
  readonly passed: number;
}

export interface RoomLearner {
  /** Of nobody else, also where two names look the same. */
  readonly key: string;
  readonly name: string;
  readonly points: number;
  /** In the order of the lessons; null for what was not handed in. */
  readonly cells: readonly (RoomCell | null)[];
}

export interface RoomCell {
  /** The name under which all of the grade can be had. */
  readonly id: string;
  readonly verdict: GradeWord;
  readonly points: number;
  readonly maxPoints: number;
  /** Index into the room's stops. */
  readonly stop?: number;
}

/** A check that is the first one to fail for somebody. */
export interface RoomStop {
  readonly lesson: string;
  readonly check: string;
  readonly title: string;
  readonly learners: number;
  /** How many have a grade for the lesson. */
  readonly of: number;
}

/** All of one grade. */
export interface GradeState extends Omit<ReportedGrade, 'isolation' | 'trace'> {
  /** The run that the first failing check looked at. */
  readonly trace?: {
    readonly scenario: string;
    readonly spansLeftOut: number;
    /** Absent where the spans cannot be read. */
    readonly picture?: Picture;
  };
}
