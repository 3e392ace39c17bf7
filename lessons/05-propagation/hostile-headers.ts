import type { Random } from '@tracelings/lesson-kit';

/** What can be wrong with a request's headers. */
type Flaw = keyof typeof FLAWS;

/** Headers that nobody should have sent, and what is wrong with them. */
export interface HostileHeaders {
  readonly flaw: Flaw;
  readonly traceparents: readonly string[];
  readonly tracestate: string;
  readonly baggage: string;
  /** Trace ids that must not be taken over, in lowercase hex. */
  readonly forgedIds: readonly string[];
}

/** The flaws in words, as nouns. */
export const FLAWS = {
  'upper-case': 'a traceparent in upper case',
  'zero-trace': 'a trace id of zeros only',
  'zero-parent': 'a parent id of zeros only',
  'short-trace': 'a trace id that is too short',
  'long-trace': 'a trace id that is too long',
  'short-parent': 'a parent id that is too short',
  'version-ff': 'a traceparent of version ff',
  'fifth-part': 'a traceparent with a fifth part',
  'bad-flags': 'flags that are no hex',
  'one-word': 'a traceparent of one word',
  twice: 'two traceparents',
  crowded: '10 kB of baggage',
} as const;

type WriteTraceparents = (traceId: string, spanId: string, other: string) => readonly string[];

/** @see https://www.w3.org/TR/trace-context/#traceparent-header-field-values */
const TRACEPARENTS: Readonly<Record<Flaw, WriteTraceparents>> = {
  'upper-case': (traceId, spanId) => [`00-${traceId.toUpperCase()}-${spanId}-01`],
  'zero-trace': (_, spanId) => [`00-${'0'.repeat(32)}-${spanId}-01`],
  'zero-parent': (traceId) => [`00-${traceId}-${'0'.repeat(16)}-01`],
  'short-trace': (traceId, spanId) => [`00-${traceId.slice(1)}-${spanId}-01`],
  'long-trace': (traceId, spanId) => [`00-${traceId}0-${spanId}-01`],
  'short-parent': (traceId, spanId) => [`00-${traceId}-${spanId.slice(1)}-01`],
  'version-ff': (traceId, spanId) => [`ff-${traceId}-${spanId}-01`],
  'fifth-part': (traceId, spanId) => [`00-${traceId}-${spanId}-01-more`],
  'bad-flags': (traceId, spanId) => [`00-${traceId}-${spanId}-0x`],
  'one-word': () => ['hello'],
  twice: (traceId, spanId, other) => [`00-${traceId}-${spanId}-01`, `00-${other}-${spanId}-01`],
  crowded: () => [],
};

/** One of each flaw. */
export function drawHostileHeaders(random: Random): HostileHeaders[] {
  return FLAW_NAMES.map((flaw) => {
    // A letter at both ends, so that upper case is another text.
    const [traceId, other] = [`a${random.hex(30)}f`, `b${random.hex(30)}e`];
    const traceparents = TRACEPARENTS[flaw](traceId, random.hex(16), other);
    const sent = traceparents.map((traceparent) => traceparent.split('-')[1]?.toLowerCase() ?? '');
    return {
      flaw,
      traceparents,
      tracestate: `${random.id('vendor')}=${random.hex(8)}`,
      baggage: flaw === 'crowded' ? CROWD : '',
      forgedIds: [traceId, other, ...sent],
    };
  });
}

const FLAW_NAMES: readonly Flaw[] = [
  'upper-case',
  'zero-trace',
  'zero-parent',
  'short-trace',
  'long-trace',
  'short-parent',
  'version-ff',
  'fifth-part',
  'bad-flags',
  'one-word',
  'twice',
  'crowded',
];

/**
 * 230 entries of 44 characters: as many as a receiver may keep, which is 180 and 8192 bytes, and
 * some more. Whoever keeps them has no room for an entry of their own.
 */
const CROWD = Array.from({ length: 230 }, (_, index) => `k${index}=`.padEnd(44, 'x')).join(',');
