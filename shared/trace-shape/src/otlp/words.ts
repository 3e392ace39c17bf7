import type { SpanKind, StatusCode } from '../span.ts';

/**
 * By OTLP's number. Unspecified may be read as internal, says the protocol, and is never written.
 */
export const otlpKinds = [
  'internal',
  'internal',
  'server',
  'client',
  'producer',
  'consumer',
] as const satisfies readonly SpanKind[];

/** By OTLP's number, which is also the number of the JavaScript API. */
export const statusCodes = ['unset', 'ok', 'error'] as const satisfies readonly StatusCode[];

/** @see https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto */
export const flagBits = { knowsRemote: 0x100, isRemote: 0x200 } as const;
