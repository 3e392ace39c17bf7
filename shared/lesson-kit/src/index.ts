export type { Check, Run } from './lesson/check.ts';
export { findLesson, listLessons, openLesson } from './lesson/catalogue.ts';
export { hintsOf } from './lesson/hints.ts';
export type { Hints } from './lesson/hints.ts';
export { defineLesson } from './lesson/lesson.ts';
export type { Lesson, ScenarioPlan } from './lesson/lesson.ts';
export type { LessonFolder } from './lesson/lesson-folder.ts';
export { Random } from './lesson/random.ts';
export { readablePath, repository } from './lesson/repository.ts';
export type {
  Json,
  Rehearsal,
  Rehearsals,
  Scenario,
  ServiceScenario,
  ServicesScenario,
  Stage,
  StartedService,
} from './lesson/scenario.ts';
export { UnknownLessonError } from './lesson/unknown-lesson-error.ts';
export type {
  Diagnostic,
  EndCall,
  Ending,
  Evidence,
  Moment,
  UnrecordedStart,
} from './run/evidence.ts';
export { Channel } from './run/channel.ts';
export { keepProgram } from './run/kept-program.ts';
export { launchHere, launchRehearsed } from './run/local-launch.ts';
export { newRunMark, RUN_MARK } from './run/run-mark.ts';
export { runScenario } from './run/scenario-run.ts';
export type { ScenarioOrder } from './run/scenario-run.ts';
export { SpawnedProcess, spawnedSafely } from './run/spawned-process.ts';
export type { SpawnedProcessOptions } from './run/spawned-process.ts';
export { subjectFlags, subjectProgram } from './run/subject-program.ts';
export type { Exit, Launcher, SubjectProcess } from './run/subject-process.ts';
export { WaitingProcess } from './run/waiting-process.ts';
export { jaegerSource } from './source/jaeger-source.ts';
export { memorySource } from './source/memory-source.ts';
export type { Source } from './source/source.ts';
export { openSubject } from './subject/subject.ts';
export type { Subject } from './subject/subject.ts';
export { SubjectError } from './subject/subject-error.ts';
export { judge } from './verdict/judge.ts';
export type { JudgeOrder } from './verdict/judge-order.ts';
export type { Judgement } from './verdict/judge.ts';
export { remarksOf } from './verdict/remarks.ts';
export { exitCodeOf } from './verdict/verdict.ts';
export type { CheckVerdict, LessonVerdict, VerdictWord } from './verdict/verdict.ts';
export type { Complaint } from './verify/complaint.ts';
export { alternativesOf, mistakesOf } from './verify/variant.ts';
export type { Alternative, Mistake } from './verify/variant.ts';
export { verifyLesson } from './verify/verify-lesson.ts';
export type { VerifyOptions } from './verify/verify-lesson.ts';
