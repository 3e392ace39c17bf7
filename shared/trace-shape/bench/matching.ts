import { strict as assert } from 'node:assert';
import { compare, shape, Trace, type SpanShape } from '../src/index.ts';
import { forms, type Form } from './forms.ts';

/** One measured run: `run` holds a trace of `spans` spans against a shape that it has not seen before. */
export interface MatchingCase {
  readonly name: string;
  readonly spans: number;
  readonly run: () => void;
}

interface Material {
  readonly trace: Trace;
  readonly expected: readonly SpanShape[];
}

const sizes = [1_000, 10_000, 100_000];

/**
 * Each form of trace in each size. The first run makes the trace, so it is one to warm up with. A run
 * throws when the answer is wrong: speed is never bought with it.
 */
export function matchingCases(): MatchingCase[] {
  return forms.flatMap((form) =>
    sizes.map((size) => ({
      name: form.name,
      spans: size,
      run: () => match(materialFor(form, size), form.fits),
    })),
  );
}

function match({ trace, expected }: Material, fits: boolean): void {
  const explanation = compare(trace, shape(expected));
  assert.equal(explanation === undefined, fits, explanation?.message);
}

/** Only one form's traces are kept: a heap full of the others' would be measured too. */
let kept: { form: Form; bySize: Map<number, Material> } | undefined;

function materialFor(form: Form, size: number): Material {
  if (kept?.form !== form) kept = { form, bySize: new Map<number, Material>() };
  const known = kept.bySize.get(size);
  if (known) return known;
  const { spans, expected } = form.build(size);
  const material = { trace: new Trace(spans), expected };
  kept.bySize.set(size, material);
  return material;
}
