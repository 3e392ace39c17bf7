import { layOutMessage } from './message-layout.ts';
import type { Shape } from '../shape/shape.ts';
import type { Span } from '../span.ts';

/**
 * What sort of thing an {@link Explanation} says, as a stable word that reporters can branch on.
 *
 * `nothing`: the trace is empty. `open`: a span never ended. `wrong-parent`: a span hangs in the
 * wrong place. `missing`: a span is not there. `count`: too few or too many of it.
 * `wrong-field`: the span is there and something about it differs. `unexpected`: a span that
 * nobody asked for. `ambiguous`: a query found several where one was meant. `other`: said by a
 * check of one's own.
 */
export type ExplanationKind =
  | 'nothing'
  | 'open'
  | 'wrong-parent'
  | 'missing'
  | 'count'
  | 'wrong-field'
  | 'unexpected'
  | 'ambiguous'
  | 'other';

/** The parts of an {@link Explanation}. Each is plain text; ANSI codes do not belong in any. */
export interface ExplanationParts {
  /** What should have been there: "a span `charge card` under `POST /orders`". */
  readonly sought: string;
  /** What was there instead: "`POST /orders` has one child: `check stock`". */
  readonly found: string;
  /** The likely cause. Worded as a guess, since it is one. */
  readonly because?: string;
  /** The one thing to do next. */
  readonly next?: string;
  /** The spans spoken of, the guilty one first, so that a reporter can mark them. */
  readonly spans?: readonly Span[];
  /** The expected tree, drawn. Shown beside `actual` when both are given, and alone otherwise. */
  readonly expected?: string;
  /** The actual tree, drawn. */
  readonly actual?: string;
  /** What the trace should look like, for reporters that lay it over the trace: see `overlay`. */
  readonly shape?: Shape;
  /** `other` where it is left out. */
  readonly kind?: ExplanationKind;
}

/**
 * Says one thing about a trace: what was sought, what was found, why that may be, and what to do
 * next. It is an error to throw, a value to return, and its `message` is the whole plain text, no
 * line of prose or drawing wider than 100 columns.
 *
 * A check of one's own throws it too. Say one thing per explanation: a reader who gets three
 * mends the third first.
 *
 * @example
 * ```ts
 * throw new Explanation({
 *   sought: 'exactly one span',
 *   found: '2 spans: `greet` and `greet`',
 *   because: 'the function that starts the span may be called twice',
 *   next: 'look for the second call, and keep one',
 *   spans: trace.spans,
 * });
 * ```
 */
export class Explanation extends Error {
  override readonly name = 'Explanation';
  /** What sort of thing is said. */
  readonly kind: ExplanationKind;
  /** What should have been there. */
  readonly sought: string;
  /** What was there instead. */
  readonly found: string;
  /** The likely cause, if one is known. */
  readonly because: string | undefined;
  /** The one thing to do next, if one is known. */
  readonly next: string | undefined;
  /** The spans spoken of, the guilty one first. */
  readonly spans: readonly Span[];
  /** The expected tree, drawn. */
  readonly expected: string | undefined;
  /** The actual tree, drawn. */
  readonly actual: string | undefined;
  /** What the trace should look like, where the whole of it is known. */
  readonly shape: Shape | undefined;
  /** Test runners would print `expected` and `actual` once more; the message holds both already. */
  readonly showDiff = false;

  constructor(parts: ExplanationParts) {
    super(layOutMessage(parts));
    this.kind = parts.kind ?? 'other';
    this.sought = parts.sought;
    this.found = parts.found;
    this.because = parts.because;
    this.next = parts.next;
    this.spans = parts.spans ?? [];
    this.expected = parts.expected;
    this.actual = parts.actual;
    this.shape = parts.shape;
  }

  /** The same, said again with other words in places. */
  with(changes: Partial<ExplanationParts>): Explanation {
    const { kind, sought, found, spans } = this;
    return new Explanation({ kind, sought, found, spans, ...this.#optionalParts(), ...changes });
  }

  #optionalParts(): Partial<ExplanationParts> {
    const { because, next, expected, actual, shape } = this;
    return {
      ...(because === undefined ? {} : { because }),
      ...(next === undefined ? {} : { next }),
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
      ...(shape === undefined ? {} : { shape }),
    };
  }
}
