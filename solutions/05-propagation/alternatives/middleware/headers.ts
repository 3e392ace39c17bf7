import type { TextMapGetter, TextMapSetter } from '@opentelemetry/api';

/** How OpenTelemetry gets at the headers that `fetch` uses. */
class HeadersAccess implements TextMapGetter<Headers>, TextMapSetter<Headers> {
  get(headers: Headers, name: string): string | undefined {
    return headers.get(name) ?? undefined;
  }

  set(headers: Headers, name: string, value: string): void {
    headers.set(name, value);
  }

  keys(headers: Headers): string[] {
    return Array.from(headers.keys());
  }
}

export const headerGetter = new HeadersAccess();
export const headerSetter = headerGetter;
