export type {
  CheckSnapshot,
  ExplanationSnapshot,
  HintsSnapshot,
  LessonEntry,
  LessonSnapshot,
  RunSnapshot,
  Snapshot,
  SpanIds,
  StudioRequest,
  VerdictSnapshot,
  VerdictWord,
} from './snapshot.ts';
export { Studio } from './studio.ts';
export type { StudioOptions } from './studio.ts';
