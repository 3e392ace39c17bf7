import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Scenario, ServicesScenario, Stage } from '../lesson/scenario.ts';
import { openExporter } from './exporter.ts';
import { describeFailure } from './failure.ts';
import { readPeers } from './job.ts';
import type { Job } from './job.ts';
import { endAfterGrace } from './grace.ts';
import './http-imports.ts';
import { record, tellJudge } from './recorder.ts';
import { untilToldToStop } from './stop-signal.ts';

type AnyServices = ServicesScenario<unknown, unknown>;
type AnyScenario = Scenario<unknown, unknown> | AnyServices;
type Started = ReturnType<AnyServices['services'][string]>;

/** Does the one job of this process, and leaves word of how far it came. */
export async function perform(job: Job): Promise<void> {
  const scenario = await loadScenario(job);
  const subject = await loadSubject(job);
  if (subject === undefined) {
    process.exitCode = 1;
    return;
  }
  record({ t: 'loaded' });
  const stage: Stage<unknown, unknown> = {
    subject,
    inputs: job.inputs,
    exporter: await openExporter(job.sink),
    peers: {},
    observe: (name, value) => record({ t: 'observe', name, value }),
  };
  try {
    await play(job, scenario, stage);
    record({ t: 'done' });
  } catch (error) {
    record({ t: 'threw', reason: describeFailure(error, subjectFolder(job)) });
    process.exitCode = 1;
  }
  endAfterGrace(job.graceMs);
}

async function play(
  job: Job,
  scenario: AnyScenario,
  stage: Stage<unknown, unknown>,
): Promise<void> {
  if (typeof scenario === 'function') {
    await scenario(stage);
    return;
  }
  const peers = readPeers();
  if (peers === undefined) return;
  if (job.role === 'drive') {
    await scenario.drive({ ...stage, subject: undefined, peers });
    tellJudge({ driven: job.scenario });
  } else {
    const service = await start(job, scenario, { ...stage, peers });
    tellJudge({ listening: service.url });
    await untilToldToStop();
    await service.stop();
  }
}

function start(job: Job, scenario: AnyServices, stage: Stage<unknown, unknown>): Started {
  const service = scenario.services[job.service ?? ''];
  if (service === undefined) {
    throw new Error(`The scenario "${job.scenario}" has no service "${job.service}".`);
  }
  return service(stage);
}

async function loadScenario(job: Job): Promise<AnyScenario> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the author's own, typed there
  const module = (await import(pathToFileURL(job.scenarios).href)) as Record<string, AnyScenario>;
  const scenario = module[job.scenario];
  if (scenario === undefined) {
    throw new Error(`${job.scenarios} exports no scenario "${job.scenario}".`);
  }
  return scenario;
}

async function loadSubject(job: Job): Promise<unknown> {
  if (job.entry === undefined) {
    return {};
  }
  try {
    const subject: unknown = await import(pathToFileURL(job.entry).href);
    const present = definedNames(subject);
    const missing = job.exports.filter((name) => !present.includes(name));
    if (missing.length === 0) {
      return subject;
    }
    record({ t: 'not-loaded', reason: missingExports(missing, present) });
  } catch (error) {
    record({ t: 'not-loaded', reason: describeFailure(error, subjectFolder(job)) });
  }
  return undefined;
}

function definedNames(module: unknown): string[] {
  const entries: [string, unknown][] = Object.entries(module ?? {});
  return entries.filter(([, value]) => value !== undefined).map(([name]) => name);
}

function missingExports(missing: readonly string[], present: readonly string[]): string {
  const found = present.length === 0 ? 'it exports nothing' : `it exports ${present.join(', ')}`;
  return `it must export ${missing.map((name) => `"${name}"`).join(' and ')}, but ${found}`;
}

function subjectFolder(job: Job): string {
  return job.entry === undefined ? process.cwd() : dirname(job.entry);
}
