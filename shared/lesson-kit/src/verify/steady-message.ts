/**
 * A message with the run's random inputs replaced by their names, so that what is declared holds
 * for every seed: `order-7f3a09c1` reads `‹orderId›`.
 */
export function steadyMessage(message: string, inputs: unknown): string {
  const values = [...leaves(inputs, '')].toSorted((one, other) => other[1].length - one[1].length);
  return values.reduce(
    (text, [name, value]) => text.replaceAll(wholeWord(value), () => `‹${name || 'input'}›`),
    message,
  );
}

/** Short values such as `3` or `true` stand in messages by chance, so they stay as they are. */
const SHORTEST = 4;

function* leaves(value: unknown, name: string): Generator<[name: string, value: string]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* leaves(inner, name === '' ? key : `${name}.${key}`);
    }
  } else if (String(value).length >= SHORTEST && typeof value !== 'boolean') {
    yield [name, String(value)];
  }
}

function wholeWord(value: string): RegExp {
  return new RegExp(`(?<![\\w-])${RegExp.escape(value)}(?![\\w-])`, 'g');
}
