import { pictureOf } from '../picture/picture-of.ts';
import type { ExplanationSnapshot, RunSnapshot, Snapshot, VerdictSnapshot } from '../snapshot.ts';
import type {
  ExplanationState,
  HintsState,
  RunState,
  VerdictState,
  WatchedState,
} from './page-state.ts';
import { lessonProse, proseOf } from './prose.ts';
import type { SnapshotMessage } from '../thread/messages.ts';
import type { Shelf } from './shelf.ts';
import { visibleLines } from './visible-lines.ts';

/** Makes what tabs are sent of snapshots. Their pictures go to the shelf, to be had by name. */
export class WatchedLesson {
  readonly #shelf: Shelf;
  #runs: readonly RunState[] = [];

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  state(snapshot: SnapshotMessage): WatchedState {
    const { phase, lesson, lessons, places, verdict, explanation, hints, shown } = snapshot;
    const { early, next, reply, jaeger, runs } = snapshot;
    this.#shelf.open(lesson.id);
    if (runs) this.#runs = runs.map((run) => this.#runState(run, snapshot));
    return {
      phase,
      lesson: { ...lesson, text: lessonProse(lesson.text) },
      lessons,
      places,
      ...(verdict && { verdict: verdictState(verdict, explanation) }),
      ...(early && { early }),
      runs: this.#runs,
      shown,
      ...(hints && { hints: hintsState(hints) }),
      ...(next && { next }),
      ...(reply !== undefined && { reply }),
      ...(jaeger !== undefined && { jaeger }),
    };
  }

  #runState(run: RunSnapshot, { shown, explanation }: SnapshotMessage): RunState {
    const { scenario, spans, output, remarks } = run;
    const said = scenario === shown ? explanation : undefined;
    const { now, before, changes } = this.#shelf.put(scenario, pictureOf(spans, said));
    return {
      scenario,
      picture: now.id,
      ...(before && { before: before.id }),
      changes,
      spans: spans.length,
      output,
      remarks: remarks.map((remark) => visibleLines(remark)),
    };
  }
}

function verdictState(
  { verdict: word, ...rest }: VerdictSnapshot,
  explanation: ExplanationSnapshot | undefined,
): VerdictState {
  return { word, ...rest, ...(explanation && { explanation: explanationState(explanation) }) };
}

function explanationState(explanation: ExplanationSnapshot): ExplanationState {
  const { sought, found, because, next, expected, overlay } = explanation;
  return {
    sought,
    found,
    ...(because !== undefined && { because }),
    ...(next !== undefined && { next }),
    ...(overlay && { tree: overlay.expected }),
    ...(expected !== undefined && { drawing: expected }),
  };
}

function hintsState({ check, read, levels }: NonNullable<Snapshot['hints']>): HintsState {
  return { check, levels, read: read.map((text) => proseOf(text)) };
}
