import { inspect } from 'node:util';
import { Explanation, renderTree, Trace } from '@tracelings/trace-shape';
import type { Span } from '@tracelings/trace-shape';
import type { Json, Run } from '@tracelings/lesson-kit';
import type { Beginning, Inputs } from './inputs.ts';

export type ShopRun = Run<Inputs>;

/** The spans that were kept of the trace that a request began, or came out of. */
export function keptOf({ trace }: ShopRun, { traceId }: Beginning): Span[] {
  return trace.spans.filter((span) => span.traceId === traceId);
}

/** The requests of which anything was kept, in an order that no seed changes. */
export function keptAmong(run: ShopRun, requests: readonly Beginning[]): Beginning[] {
  const traceIds = new Set(run.trace.traceIds);
  return inOrder(requests.filter(({ traceId }) => traceIds.has(traceId)));
}

export function inOrder<Request extends Beginning>(requests: readonly Request[]): Request[] {
  return requests.toSorted((one, other) => one.request.localeCompare(other.request));
}

/** Whether the span that a trace begins with was kept. */
export function hasBeginning(spans: readonly Span[]): boolean {
  return spans.some((span) => span.kind === 'server' && span.parent === undefined);
}

/** The request as one would name its span: `GET /kites/:id`. */
export function nameOf({ request }: Beginning): string {
  const [name = ''] = request.replace(/\/(kites|orders|refunds)\/.*/, '/$1/:id').split('?');
  return name;
}

export function serviceOf(span: Span): string {
  return textOf(span.resource['service.name']);
}

/** Names as a reader knows them, each once: `` `one` and `two` ``. */
export function listOf(names: Iterable<string>): string {
  const quoted = [...new Set(names)].map((name) => `\`${name}\``);
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(quoted);
}

export function draw(spans: readonly Span[]): string {
  return spans.length === 0 ? '(no spans)' : renderTree(new Trace(spans));
}

/** Refuses a run in which a request was not answered as it was before there was a sampler. */
export function refuseFailures(run: ShopRun, requests: readonly Beginning[]): void {
  const answers = fieldsOf(run.evidence.observed['answers']);
  for (const one of requests) {
    const sought = one === run.inputs.stray ? 404 : 200;
    const answer = fieldsOf(answers[one.request]);
    if (answer['status'] === sought) continue;
    const status = answer['status'] === undefined ? 'no answer' : textOf(answer['status']);
    const error = answer['error'] === undefined ? '' : `: ${textOf(answer['error'])}`;
    throw new Explanation({
      sought: `\`${one.request}\` answered with ${sought}, as it was before`,
      found: `${status}${error}`,
      ...(error.includes("reading 'decision'") ? UNDECIDED : THROWING),
    });
  }
}

const UNDECIDED = {
  because: 'there is a way through shouldSample() on which it returns nothing',
  next: 'return a decision on every way, also the one that another sampler has taken for you',
};

const THROWING = {
  because:
    'a sampler is asked inside of startSpan(), so what it throws is thrown into the request. ' +
    'It meets spans of all kinds, and most of them lack some attribute',
  next: 'let the sampler take any span, also one without `http.route`, and throw nothing',
};

/** A value as text; empty where there is none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined || value === null ? '' : inspect(value);
}

export function fieldsOf(value: Json | undefined): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}
