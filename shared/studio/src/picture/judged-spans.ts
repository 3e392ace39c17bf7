import type { Overlay, Span, Trace } from '@tracelings/trace-shape';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import type { ExplanationSnapshot } from '../snapshot.ts';
import type { RowState } from './picture.ts';

/** What a check and its expected tree say of a span. */
export interface Judged {
  readonly state: RowState;
  readonly notes: readonly string[];
}

/** Of a failing check: the spans it speaks of, and its words where they belong beside the first. */
export type Said = Pick<ExplanationSnapshot, 'spans' | 'overlay'> &
  Partial<Pick<ExplanationSnapshot, 'sought' | 'found'>>;

const plain: Judged = { state: 'plain', notes: [] };

/** A question to ask of each span, made once for all of them. */
export function judgedSpans(trace: Trace, said: Said | undefined): (span: Span) => Judged {
  const notes = new Map<Span, Judged>();
  if (said === undefined) return () => plain;
  const [guilty, ...others] = said.spans.map((ids) => trace.find(ids.traceId, ids.spanId));
  for (const span of others) if (span) notes.set(span, { state: 'spoken-of', notes: [] });
  if (guilty) notes.set(guilty, { state: 'spoken-of', notes: guiltyNotes(said) });
  for (const [span, judged] of overlayNotes(said.overlay)) {
    notes.set(span, { ...judged, notes: [...(notes.get(span)?.notes ?? []), ...judged.notes] });
  }
  return (span) => notes.get(span) ?? plain;
}

/** Without an expected tree, the check's own words stand at the span they are about. */
function guiltyNotes({ overlay, sought, found }: Said): string[] {
  if (overlay !== undefined || sought === undefined) return [];
  return [`Expected ${sought}. Found ${found}.`];
}

function* overlayNotes(overlay: Overlay | undefined): Generator<[Span, Judged]> {
  if (overlay === undefined) return;
  for (const span of overlay.unexpected) {
    yield [span, { state: 'unexpected', notes: ['Nobody asked for this span.'] }];
  }
  const differing = Map.groupBy(overlay.differing, ({ span }) => span);
  for (const [span, differences] of differing) {
    const notes = differences.map(({ wanted, had }) => `Expected ${wanted}. Found ${had}.`);
    yield [span, { state: 'differs', notes: notes.map((note) => escapeInvisible(note)) }];
  }
  for (const { span, to } of overlay.moved) {
    const place = to === undefined ? 'at the top, without a parent' : `under ${to.name}`;
    yield [span, { state: 'moved', notes: [escapeInvisible(`Belongs ${place}.`)] }];
  }
}
