import { callOutside } from './call.ts';
import { textIn, valueIn } from './fields.ts';

/**
 * Tells partners what they asked to be told: a list of `{ "url", "arguments" }`, each posted in
 * turn. The list has the form in which W3C's own test suite for trace context speaks.
 */
export async function tellPartners(body: unknown): Promise<null> {
  const notices: readonly unknown[] = Array.isArray(body) ? body : [];
  for (const notice of notices) {
    await callOutside(textIn(notice, 'url'), valueIn(notice, 'arguments'));
  }
  return null;
}
