/** A trace as the page draws it: JSON, with every place and every text made ready. */
export interface Picture {
  readonly services: readonly string[];
  /** Time axes; more than one only where traces lie too far apart for a common one. */
  readonly lanes: readonly PictureLane[];
  /** The traces, by the `trace` of a row. */
  readonly traces: readonly PictureTrace[];
  /** Parents before children. */
  readonly rows: readonly PictureRow[];
}

export interface PictureLane {
  readonly name: string;
  readonly length: string;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export interface PictureTrace {
  readonly id: string;
  /** The name of its first root. */
  readonly name: string;
  readonly spans: number;
}

/** A mark on a bar, at a share of the time axis. */
export interface PictureMark {
  readonly at: number;
  readonly text: string;
}

/**
 * `span`: a span that was made. `missing`: one that was meant and is not there. `belongs`: the
 * place of a span that hangs elsewhere.
 */
type RowKind = 'span' | 'missing' | 'belongs';

/** How a span stands to what was meant; `spoken-of`: the failing check speaks of it. */
export type RowState = 'plain' | 'spoken-of' | 'moved' | 'differs' | 'unexpected';

export interface PictureRow {
  /** The same after the next save, as long as the span has its name and its place. */
  readonly key: string;
  readonly kind: RowKind;
  /** 1 at the top. */
  readonly level: number;
  /** From 1, among those below the same parent. */
  readonly position: number;
  readonly size: number;
  readonly hasChildren: boolean;
  readonly name: string;
  /** Index into `services`; absent where the span names none. */
  readonly service?: number;
  readonly lane: number;
  /** Index into `traces`; absent for what is not there. */
  readonly trace?: number;
  /** Shares of the lane, from 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** Since the beginning of its lane. */
  readonly start: string;
  readonly length: string;
  readonly isOpen: boolean;
  readonly isError: boolean;
  readonly state: RowState;
  /** A few words each: `server`, `never ended`. */
  readonly facts: readonly string[];
  /** What is wrong about it, a sentence each. */
  readonly notes: readonly string[];
  readonly events: readonly PictureMark[];
  readonly links: number;
  /** For a moved span, the key of the row where it belongs. */
  readonly target?: string;
  readonly details?: SpanDetails;
}

/** Names and values as texts. */
export type Pairs = readonly (readonly [name: string, value: string])[];

export interface SpanDetails {
  readonly about: Pairs;
  readonly attributes: Pairs;
  readonly events: readonly {
    readonly name: string;
    readonly at: string;
    readonly attributes: Pairs;
  }[];
  readonly links: readonly { readonly to: string; readonly attributes: Pairs }[];
  readonly resource: Pairs;
}
