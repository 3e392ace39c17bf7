import type { TextMapGetter, TextMapSetter } from '@opentelemetry/api';

/** What the server hands over, or what `fetch` uses. */
type Carrier = Map<string, string> | Headers;

/** How OpenTelemetry gets at headers, wherever they are kept. */
class HeadersAccess implements TextMapGetter<Carrier>, TextMapSetter<Carrier> {
  get(headers: Carrier, name: string): string | undefined {
    return headers.get(name) ?? undefined;
  }

  set(headers: Carrier, name: string, value: string): void {
    headers.set(name, value);
  }

  keys(headers: Carrier): string[] {
    return Array.from(headers.keys());
  }
}

export const headerGetter = new HeadersAccess();
export const headerSetter = headerGetter;
