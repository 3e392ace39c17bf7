import type { StudioRequest } from '../snapshot.ts';

/** What the command hears of the studio's thread, after the page's address as the first message. */
export type FromStudio =
  /** The last snapshot was taken, so that the next one may come. */
  { readonly kind: 'taken' } | { readonly kind: 'asked'; readonly request: StudioRequest };
