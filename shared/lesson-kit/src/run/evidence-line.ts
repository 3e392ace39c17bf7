import type { Json } from '../lesson/scenario.ts';
import type { Diagnostic } from './evidence.ts';

/** One line of the evidence. Spans travel as OTLP JSON, the one format we parse as hostile. */
export type EvidenceLine =
  | { readonly t: 'registered'; readonly ok: boolean }
  | { readonly t: 'start'; readonly otlp: unknown }
  | { readonly t: 'end'; readonly otlp: unknown }
  | { readonly t: 'end-again'; readonly traceId: string; readonly spanId: string }
  | { readonly t: 'open'; readonly otlp: unknown }
  | { readonly t: 'export'; readonly otlp: unknown }
  | { readonly t: 'unrecorded'; readonly name: string; readonly byChoice: boolean }
  | ({ readonly t: 'diag' } & Diagnostic)
  | { readonly t: 'observe'; readonly name: string; readonly value: Json }
  | { readonly t: 'began' }
  | { readonly t: 'loaded' }
  | { readonly t: 'not-loaded'; readonly reason: string }
  | { readonly t: 'threw'; readonly reason: string }
  | { readonly t: 'done' }
  | { readonly t: 'handles'; readonly kinds: readonly string[] }
  | { readonly t: 'exit'; readonly code: number };

/** A line before anybody has looked whether it is what it says. */
export interface UnreadLine {
  readonly t: string;
  readonly [field: string]: unknown;
}
