import { NoIsolationError } from '../no-isolation-error.ts';
import { BwrapWall } from './bwrap-wall.ts';
import { DockerWall } from './docker-wall.ts';
import type { SubmissionWall } from './submission-wall.ts';
import { trustedWall } from './trusted-wall.ts';
import { faultOf } from './wall-probe.ts';

interface WallOptions {
  /** No wall: whoever grades would run the work by hand as well. */
  readonly trust: boolean;
  readonly signal: AbortSignal;
  /** The only ones to try, by name; all unless told, or what `REQUIRE_SANDBOX` names. */
  readonly tiers?: readonly string[];
}

interface Tier {
  readonly name: string;
  readonly open: () => Promise<SubmissionWall>;
}

/** The strongest and quickest first. */
const TIERS: readonly Tier[] = [
  { name: 'bwrap', open: () => BwrapWall.open() },
  { name: 'docker', open: () => DockerWall.open() },
];

/**
 * Opens the best wall that this machine can build, once a program inside has tried to get out of it
 * and could not. The environment variable `REQUIRE_SANDBOX` names the one that it has to be.
 *
 * @throws {NoIsolationError} when none holds.
 */
export async function openWall({ trust, signal, tiers }: WallOptions): Promise<SubmissionWall> {
  if (trust) return trustedWall();
  const required = process.env['REQUIRE_SANDBOX'] ?? '';
  const wanted = tiers ?? (required === '' ? TIERS.map(({ name }) => name) : [required]);
  const faults: string[] = [];
  for (const { name, open } of TIERS.filter((tier) => wanted.includes(tier.name))) {
    signal.throwIfAborted();
    const tried = await tryWall(open);
    if (typeof tried !== 'string') return tried;
    faults.push(`- ${name}: ${tried}`);
  }
  throw new NoIsolationError(messageFor(faults, required));
}

/** The wall, or why it cannot be used. */
async function tryWall(open: Tier['open']): Promise<SubmissionWall | string> {
  try {
    const wall = await open();
    const fault = await faultOf(wall);
    if (fault === undefined) return wall;
    await wall[Symbol.asyncDispose]();
    return fault;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function messageFor(faults: readonly string[], required: string): string {
  const names = TIERS.map(({ name }) => name).join(' and ');
  const tried =
    faults.length === 0
      ? `REQUIRE_SANDBOX asks for "${required}", and there are only ${names}.`
      : `Nothing on this machine holds what a submission may do, so none was run:\n${faults.join('\n')}`;
  return (
    `${tried}\nOn Linux install bubblewrap (apt-get install bubblewrap) and let it use user ` +
    'namespaces, or start Docker. To run the work with no wall at all, as you would by hand, add ' +
    '--trust; every report will say so.'
  );
}
