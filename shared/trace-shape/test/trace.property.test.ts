import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Span } from '../src/span.ts';
import { columnsOf } from '../src/text.ts';
import { Trace } from '../src/trace.ts';
import { renderTree } from '../src/tree.ts';
import { arbitraryTangle } from './fixtures/arbitrary-span.ts';

describe('Trace, of spans that name each other at random', { timeout: 60_000 }, () => {
  it('holds every span once, each after its parent', () => {
    fc.assert(
      fc.property(arbitraryTangle, (spans) => {
        const trace = new Trace(spans);
        expect(new Set(trace.spans)).toEqual(new Set(spans));
        expect(trace.spans).toHaveLength(spans.length);
        const places = new Map(trace.spans.map((span, place) => [span, place]));
        const misplaced = trace.spans.filter((span, place) => {
          const parent = trace.parentOf(span);
          return parent && (places.get(parent) ?? Infinity) > place;
        });
        expect(misplaced).toEqual([]);
      }),
    );
  });

  it('agrees with itself on parents, children, depths, paths and tops', () => {
    fc.assert(
      fc.property(arbitraryTangle, (spans) => {
        const trace = new Trace(spans);
        for (const span of trace.spans) {
          const parent = trace.parentOf(span);
          const path = trace.pathOf(span);
          expect(path).toHaveLength(trace.depthOf(span) + 1);
          expect(path).toEqual([...(parent ? trace.pathOf(parent) : []), span.name]);
          expect(trace.roots.includes(span) || trace.orphans.includes(span)).toBe(!parent);
          expect(parent ? trace.childrenOf(parent) : trace.spans).toContain(span);
        }
      }),
    );
  });

  it('cuts no parent that a tree can hold', () => {
    fc.assert(
      fc.property(arbitraryTangle, (spans) => {
        const trace = new Trace(spans);
        const cutLoose = trace.orphans.filter((orphan) => namedParent(orphan, trace));
        for (const span of cutLoose) {
          expect(ancestorsOf(namedParent(span, trace), trace)).toContain(span);
        }
      }),
    );
  });

  it('is drawn within the width, a line a span, without anything invisible', () => {
    fc.assert(
      fc.property(arbitraryTangle, fc.integer({ min: 20, max: 120 }), (spans, width) => {
        const lines = renderTree(new Trace(spans), { width }).split('\n');
        expect(lines).toHaveLength(Math.max(spans.length, 1));
        for (const line of lines) {
          expect(columnsOf(line)).toBeLessThanOrEqual(width);
          expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        }
      }),
    );
  });
});

function namedParent(span: Span, trace: Trace): Span | undefined {
  return span.parent && trace.find(span.traceId, span.parent.spanId);
}

function ancestorsOf(start: Span | undefined, trace: Trace): Span[] {
  const ancestors: Span[] = [];
  for (let span = start; span; span = trace.parentOf(span)) ancestors.push(span);
  return ancestors;
}
