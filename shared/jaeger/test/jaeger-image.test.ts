import { expect, it } from 'vitest';
import { jaegerImage } from '../src/index.ts';

it('names version 2 of Jaeger, with its whole tag', () => {
  expect(jaegerImage()).toMatch(/^jaegertracing\/jaeger:2\.\d+\.\d+$/);
});
