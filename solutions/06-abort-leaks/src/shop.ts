import type { SpanExporter } from '@opentelemetry/sdk-trace';

/** What the gateway is told when it starts. */
export interface Shop {
  readonly exporter: SpanExporter;
  /** Base URL of the payment service. */
  readonly payment: string;
  /** Base URL of the notifier, which sends letters. */
  readonly notifier: string;
  /** How long one order may take, from its request to its answer. */
  readonly deadlineMs: number;
  /** How long to wait between two looks at a charge. */
  readonly lookEveryMs: number;
  /** Fires when the shop closes. It lives as long as the program. */
  readonly closing: AbortSignal;
}

/** Orders that are paid, and whose letter has still to go out. */
export type Letters = string[];

export interface Gateway {
  readonly url: string;
  /** Resolves once the shop is closed and nothing of it runs any more. */
  readonly closed: Promise<void>;
}
