import { parseOtlp } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Json } from '../lesson/scenario.ts';
import type { UnreadLine } from './evidence-line.ts';
import type { Diagnostic, EndCall, Ending, Evidence, UnrecordedStart } from './evidence.ts';
import { momentsIn } from './moments.ts';
import type { Remains } from './remains.ts';

/**
 * Reads what a process left. Nothing in it is trusted: a line that is not what it claims to be is
 * passed over, and spans go through the parser that expects the worst.
 */
export function readEvidence(remains: Remains, durationMs: number): Evidence {
  const lines = linesOf(remains.lines);
  // `end` may have been replaced by a function that ends nothing.
  const ended = spansOf(lines, 'end').filter((span) => span.endTime !== undefined);
  return {
    started: spansOf(lines, 'start'),
    ended,
    exported: spansOf(lines, 'export'),
    open: openSpans(lines, ended),
    endCalls: [...ended.map(({ traceId, spanId }) => ({ traceId, spanId })), ...endAgain(lines)],
    unrecorded: unrecordedStarts(lines),
    registrations: lines
      .filter((line) => line.t === 'registered')
      .map((line) => line['ok'] === true),
    diagnostics: diagnosticsOf(lines),
    observed: observations(lines),
    moments: momentsIn(lines, jsonOf),
    ending: endingOf(lines, remains),
    handles: lines.filter((line) => line.t === 'handles').flatMap((line) => texts(line['kinds'])),
    output: { stdout: remains.stdout, stderr: remains.stderr },
    leftProcesses: remains.leftProcesses,
    durationMs,
  };
}

function linesOf(written: readonly string[]): UnreadLine[] {
  return written.flatMap((json) => {
    try {
      const line: unknown = JSON.parse(json);
      return isLine(line) ? [line] : [];
    } catch {
      return [];
    }
  });
}

function isLine(value: unknown): value is UnreadLine {
  return typeof value === 'object' && value !== null && 't' in value && typeof value.t === 'string';
}

function spansOf(lines: readonly UnreadLine[], kind: string): Span[] {
  return lines
    .filter((line) => line.t === kind)
    .flatMap((line) => {
      try {
        return parseOtlp(line['otlp']).spans;
      } catch {
        return [];
      }
    });
}

/** A killed process could not say how its open spans looked last; then their start has to do. */
function openSpans(lines: readonly UnreadLine[], ended: readonly Span[]): Span[] {
  const closed = new Set(ended.map(keyOf));
  const seenLast = new Map(spansOf(lines, 'start').map((span) => [keyOf(span), span]));
  for (const span of spansOf(lines, 'open')) {
    seenLast.set(keyOf(span), span);
  }
  return [...seenLast].filter(([key]) => !closed.has(key)).map(([, span]) => span);
}

function keyOf(span: Span): string {
  return `${span.traceId}:${span.spanId}`;
}

function endAgain(lines: readonly UnreadLine[]): EndCall[] {
  return lines
    .filter((line) => line.t === 'end-again')
    .map((line) => ({ traceId: text(line['traceId']), spanId: text(line['spanId']) }));
}

function unrecordedStarts(lines: readonly UnreadLine[]): UnrecordedStart[] {
  return lines
    .filter((line) => line.t === 'unrecorded')
    .map((line) => ({ name: text(line['name']), byChoice: line['byChoice'] === true }));
}

function diagnosticsOf(lines: readonly UnreadLine[]): Diagnostic[] {
  return lines
    .filter((line) => line.t === 'diag')
    .flatMap((line) => {
      const level = LEVELS.find((name) => name === line['level']);
      return level === undefined ? [] : [{ level, message: text(line['message']) }];
    });
}

const LEVELS: readonly Diagnostic['level'][] = ['error', 'warn', 'info', 'debug', 'verbose'];

function observations(lines: readonly UnreadLine[]): Record<string, Json> {
  const observed = lines.filter((line) => line.t === 'observe' && typeof line['name'] === 'string');
  // `fromEntries` defines properties, so a fact named `__proto__` is a fact like any other.
  return Object.fromEntries(observed.map((line) => [text(line['name']), jsonOf(line['value'])]));
}

function endingOf(lines: readonly UnreadLine[], remains: Remains): Ending {
  if (remains.cut !== undefined) {
    return remains.cut;
  }
  if (remains.isTampered) {
    return { kind: 'tampered' };
  }
  if (!lines.some((line) => line.t === 'began')) {
    return { kind: 'never-began' };
  }
  const broken = lines.find((line) => line.t === 'not-loaded' || line.t === 'threw');
  if (broken !== undefined) {
    const kind = broken.t === 'threw' ? 'threw' : 'not-loaded';
    return { kind, reason: text(broken['reason']) };
  }
  // Its own last word: it is ended by a signal once it has said how it ends.
  const said = lines.find((line) => line.t === 'exit')?.['code'];
  if (remains.signal !== null && typeof said !== 'number') {
    return { kind: 'killed', signal: remains.signal };
  }
  const isDone = lines.some((line) => line.t === 'done');
  const code = typeof said === 'number' ? said : (remains.code ?? 1);
  return isDone && code === 0 ? { kind: 'finished' } : { kind: 'exited', code, early: !isDone };
}

/** It came out of `JSON.parse`, so it can be nothing else. */
function jsonOf(value: unknown): Json {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return (value ?? null) as Json;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
