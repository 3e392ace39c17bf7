import type { Snapshot, StudioRequest } from '../snapshot.ts';

/** What the thread is started with. */
export interface ThreadData {
  readonly port: number;
  /** Where a grader writes, for the view of a class. */
  readonly room?: string;
}

/** A snapshot whose runs are those of the one before comes without them. */
export type SnapshotMessage = Omit<Snapshot, 'runs'> & Partial<Pick<Snapshot, 'runs'>>;

/** What the command hears of the studio's thread, after the page's address as the first message. */
export type FromStudio =
  /** The last snapshot was taken, so that the next one may come. */
  { readonly kind: 'taken' } | { readonly kind: 'asked'; readonly request: StudioRequest };
