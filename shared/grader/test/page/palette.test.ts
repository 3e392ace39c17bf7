import { expect, test } from 'vitest';
import { palette, shapePairs, textPairs } from '../../src/page/palette.ts';

const schemes = ['light', 'dark'] as const;
type Colour = keyof (typeof palette)['light'];

test.for(schemes.flatMap((scheme) => textPairs.map((pair) => [scheme, ...pair] as const)))(
  'In %s colours %s can be read on %s (WCAG 1.4.3, AA).',
  ([scheme, text, ground]) => {
    expect(contrast(scheme, text, ground)).toBeGreaterThanOrEqual(4.5);
  },
);

test.for(schemes.flatMap((scheme) => shapePairs.map((pair) => [scheme, ...pair] as const)))(
  'In %s colours %s can be told from %s (WCAG 1.4.11, AA).',
  ([scheme, shape, ground]) => {
    expect(contrast(scheme, shape, ground)).toBeGreaterThanOrEqual(3);
  },
);

/** @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(scheme: (typeof schemes)[number], one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [palette[scheme][one], palette[scheme][other]]
    .map(luminance)
    .toSorted((first, second) => first - second);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
