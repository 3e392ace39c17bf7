import { repository } from '@tracelings/lesson-kit';
import process from 'node:process';
import { examineContainers } from '../doctor/containers.ts';
import { examineEditor } from '../doctor/editor.ts';
import { examineFolders } from '../doctor/folders.ts';
import { examineLessons } from '../doctor/lessons.ts';
import { examineNode, examineNpm } from '../doctor/node.ts';
import { examinePackages } from '../doctor/packages.ts';
import { examinePorts } from '../doctor/ports.ts';
import { examineTerminal } from '../doctor/terminal.ts';
import { openJaeger, reasonWithoutJaeger } from '../lesson/trace-source.ts';
import { lookOf } from '../look.ts';
import { canLearn, findingsScreen } from '../screen/findings.ts';
import { remark } from './folded.ts';

export interface DoctorOptions {
  readonly prefetch?: true;
}

const environmentMissing = 3;
const progressEveryMs = 5_000;

/** Says what this machine can and cannot do, and how to mend it. */
export async function doctor(options: DoctorOptions, signal: AbortSignal): Promise<number> {
  const fetched = options.prefetch ? await prefetch(signal) : true;
  const findings = [
    examineNode(),
    await examineNpm(),
    await examinePackages(repository),
    await examineFolders(repository),
    await examineLessons(signal),
    await examineContainers(),
    await examinePorts(),
    examineTerminal(),
    examineEditor(),
  ];
  process.stdout.write(`${findingsScreen(findings, lookOf(process.stdout))}\n`);
  return canLearn(findings) && fetched ? 0 : environmentMissing;
}

/** Starts a Jaeger once: that downloads whatever the start needs, and shows that it runs. */
async function prefetch(signal: AbortSignal): Promise<boolean> {
  const began = performance.now();
  remark('Fetching Jaeger, and starting it once. A first download may take minutes.');
  const progress = setInterval(() => remark(`… ${seconds(began)} s`), progressEveryMs);
  try {
    await using _jaeger = await openJaeger(signal);
    remark(
      `Jaeger was ready after ${seconds(began)} s. It is stopped again, and stays on this machine.\n`,
    );
    return true;
  } catch (error) {
    const reason = await reasonWithoutJaeger(error);
    if (reason === undefined) throw error;
    remark(`Jaeger could not be fetched. ${reason}\n`);
    return false;
  } finally {
    clearInterval(progress);
  }
}

function seconds(began: number): number {
  return Math.round((performance.now() - began) / 1_000);
}
