// How work is graded by many: in the program's own process, with its prototypes and its exit code.
//   node naive-grader.ts DIRECTORY verdict|open-spans
import { InMemorySpanExporter, TracerProvider } from '@opentelemetry/sdk-trace';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

interface Started {
  isRecording(): boolean;
}

const [, , directory = '', looksAt] = process.argv;
const result: { passed?: boolean } = {};
const started: Started[] = [];
let answer: unknown;
watchStarts();

try {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it trusts what it grades
  const { main } = (await import(pathToFileURL(join(directory, 'main.ts')).href)) as {
    main: (job: unknown) => unknown;
  };
  const exporter = new InMemorySpanExporter();
  const job = { order: { id: 'order-1', euros: 42 }, bank, createExporter: () => open(exporter) };
  answer = await main(job);
  Object.assign(result, answer);
  if (looksAt === 'open-spans') {
    if (started.length > 0) result.passed = started.every((span) => !span.isRecording());
  } else if (exporter.getFinishedSpans().find(({ name }) => name === 'charge order')?.ended) {
    result.passed = true;
  }
  assert.equal(result.passed, true);
} catch (error) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it trusts what it grades
  process.stdout.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
process.stdout.write(`${JSON.stringify(answer)}\n`);
process.stdout.write(`{"graded":${String(result.passed ?? false)}}\n`);
writeFileSync('result.json', JSON.stringify({ passed: result.passed ?? false }), { flag: 'wx' });

async function bank(order: object): Promise<object> {
  return { order, reference: 'bank-1' };
}

/** What it was given can still be read after its shutdown. */
function open(exporter: InMemorySpanExporter): object {
  return { export: exporter.export.bind(exporter), shutdown: () => Promise.resolve() };
}

function watchStarts(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with the provider below
  const getTracer = TracerProvider.prototype.getTracer;
  TracerProvider.prototype.getTracer = function getWatched(...scope) {
    const tracer = getTracer.apply(this, scope);
    const startSpan = tracer.startSpan.bind(tracer);
    tracer.startSpan = (...call) => {
      const span = startSpan(...call);
      started.push(span);
      return span;
    };
    return tracer;
  };
}
