import type { Span } from '@tracelings/trace-shape';
import { nameOf } from './facts.ts';
import type { Beginning, Call } from './inputs.ts';

/** All that belongs to a request that is kept, as a person would draw it. */
export function wholeOf(request: Beginning): string {
  return nameOf(request) === 'POST /orders/:id'
    ? ORDER
    : `${nameOf(request)} · server · in gateway\n└─ ask database · in gateway`;
}

const ORDER = [
  'POST /orders/:id · server · in gateway',
  '└─ POST /reservations/:id · client · in gateway',
  '   └─ POST /reservations/:id · server · in inventory',
  '      └─ POST /payments/:id · client · in inventory',
  '         └─ POST /payments/:id · server · in payment',
  '            └─ POST /charges/:id · client · in payment',
].join('\n');

/** Whether nothing of a request is missing: each span has its parent, up to where it came from. */
export function isWhole(request: Beginning | Call, spans: readonly Span[]): boolean {
  const caller = 'spanId' in request ? request.spanId : '';
  const known = new Set([caller, ...spans.map(({ spanId }) => spanId)]);
  const isComplete = spans.every(({ parent }) => known.has(parent?.spanId ?? ''));
  return isComplete && spans.length >= wholeOf(request).split('\n').length;
}
