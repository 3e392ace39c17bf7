import type { Random } from '@tracelings/lesson-kit';
import type { HeaderPairs } from './inputs.ts';

/** Headers that nobody should have sent, and what is wrong with them. */
export interface HostileRequest {
  /** As a noun: `a traceparent in upper case`. */
  readonly what: string;
  readonly headers: HeaderPairs;
  /** Trace ids that must not be taken over, in lowercase hex. */
  readonly forgedIds: readonly string[];
}

/**
 * Headers that W3C's trace context tells a receiver to refuse, and baggage beyond its limits.
 *
 * @see https://www.w3.org/TR/trace-context/#traceparent-header-field-values
 */
export function drawHostile(random: Random): HostileRequest[] {
  return [...brokenTraceparents(random), duplicate(random), crowdedBaggage()];
}

function brokenTraceparents(random: Random): HostileRequest[] {
  const spanId = random.hex(16);
  const state = `${random.id('vendor')}=${random.hex(8)}`;
  const broken = (what: string, write: (traceId: string) => string): HostileRequest => {
    const traceId = `a${random.hex(30)}f`;
    const traceparent = write(traceId);
    const sent = traceparent.split('-')[1]?.toLowerCase() ?? '';
    return {
      what,
      headers: [
        ['traceparent', traceparent],
        ['tracestate', state],
      ],
      forgedIds: [traceId, sent],
    };
  };
  return [
    broken('a traceparent in upper case', (id) => `00-${id.toUpperCase()}-${spanId}-01`),
    broken('a trace id of zeros only', () => `00-${'0'.repeat(32)}-${spanId}-01`),
    broken('a parent id of zeros only', (id) => `00-${id}-${'0'.repeat(16)}-01`),
    broken('a trace id that is too short', (id) => `00-${id.slice(1)}-${spanId}-01`),
    broken('a trace id that is too long', (id) => `00-${id}0-${spanId}-01`),
    broken('a parent id that is too short', (id) => `00-${id}-${spanId.slice(1)}-01`),
    broken('a traceparent of version ff', (id) => `ff-${id}-${spanId}-01`),
    broken('a traceparent with a fifth part', (id) => `00-${id}-${spanId}-01-more`),
    broken('flags that are no hex', (id) => `00-${id}-${spanId}-0x`),
    broken('a traceparent of one word', () => 'hello'),
  ];
}

/** With two there is no telling which is right, so neither is. */
function duplicate(random: Random): HostileRequest {
  const ids = [random.hex(32), random.hex(32)];
  const headers = ids.map((id) => ['traceparent', `00-${id}-${random.hex(16)}-01`] as const);
  return { what: 'two traceparents', headers, forgedIds: ids };
}

/** As many entries as a receiver may keep and some more, so that none is left for our own. */
function crowdedBaggage(): HostileRequest {
  const entries = Array.from({ length: 230 }, (_, index) => `k${index}=`.padEnd(44, 'x'));
  return {
    what: '10 kB of baggage',
    headers: [['baggage', entries.join(',')]],
    forgedIds: [],
  };
}
