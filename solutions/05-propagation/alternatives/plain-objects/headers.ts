/** Headers as OpenTelemetry's own getter and setter know them. */
export type Carrier = Record<string, string>;

export function carrierOf(headers: Map<string, string>): Carrier {
  return Object.fromEntries(headers);
}
