/** A text in a request's body. */
export function textIn(body: unknown, field: string): string {
  const value = valueIn(body, field);
  if (typeof value === 'string') return value;
  throw new TypeError(`the body needs a text named ${field}`);
}

/** A number in a request's body. */
export function numberIn(body: unknown, field: string): number {
  const value = valueIn(body, field);
  if (typeof value === 'number') return value;
  throw new TypeError(`the body needs a number named ${field}`);
}

/** Any value in a request's body; `undefined` where there is none. */
export function valueIn(body: unknown, field: string): unknown {
  return typeof body === 'object' && body !== null
    ? Object.getOwnPropertyDescriptor(body, field)?.value
    : undefined;
}
