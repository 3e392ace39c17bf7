import {
  context,
  diag,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { type ReadableSpan, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { IsAwaited, Rehearsals } from '../lesson/scenario.ts';
import { hasLoadedHttp } from './loaded-builtins.ts';
import { spanOnWire } from './recorder.ts';
import { rehearseCalls } from './rehearsed-calls.ts';

/** After so many rounds the next one is hardly quicker. */
const ROUNDS = 3;

/**
 * Makes a few spans, since the first of a process take many times as long as those that follow. They
 * are nobody's: no provider is registered, nothing is watched yet, and all is forgotten.
 */
export function rehearseSpans(): void {
  const exporter = { export: writeAll, shutdown: () => Promise.resolve() };
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  const tracer = provider.getTracer('rehearsal');
  for (let round = 0; round < ROUNDS; round += 1) {
    const parent = tracer.startSpan('parent', { kind: SpanKind.SERVER }, ROOT_CONTEXT);
    const child = tracer.startSpan('child', {}, trace.setSpan(ROOT_CONTEXT, parent));
    child.setAttribute('round', round).recordException(new Error('rehearsed'));
    child.setStatus({ code: SpanStatusCode.ERROR, message: 'rehearsed' }).end();
    parent.end();
  }
}

function writeAll(spans: ReadableSpan[], onResult: (result: { code: 0 }) => void): void {
  for (const span of spans) JSON.stringify(spanOnWire(span));
  onResult({ code: 0 });
}

/** Files by absolute path. */
interface RehearsalOrder {
  readonly scenarios: string;
  readonly scenario: string;
  /** The entry of a program that is right, for those who need one. */
  readonly program?: string | undefined;
}

/**
 * Loads what a lesson's scenarios load and, where they speak HTTP, makes calls as a run does. What
 * one does many times over it rehearses itself. Whatever it is about, it leaves off when the job
 * comes: to be late costs more than to be unprepared.
 */
export async function rehearse(
  { scenarios, scenario, program }: RehearsalOrder,
  coming: Promise<unknown>,
): Promise<void> {
  let hasCome = false;
  void coming.finally(() => (hasCome = true));
  const isAwaited: IsAwaited = () => hasCome;
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's own, typed there
    const module = (await import(pathToFileURL(scenarios).href)) as { rehearse?: Rehearsals };
    // A saved file has types to strip, and what strips them takes longer to load than most runs take.
    stripTypeScriptTypes('let rehearsed: 1;');
    const own = module.rehearse?.[scenario];
    if (own !== undefined) await own({ subject: await load(program), isAwaited });
    // After one of its own, this only lets V8 come to an end with what it compiles.
    if (hasLoadedHttp()) await rehearseCalls(own === undefined ? ROUNDS : 1, isAwaited);
  } catch {
    // What is wrong is said by the run, which meets it again.
  }
  for (const part of [trace, context, propagation, diag]) part.disable();
}

async function load(program: string | undefined): Promise<unknown> {
  return program === undefined ? undefined : await import(pathToFileURL(program).href);
}
