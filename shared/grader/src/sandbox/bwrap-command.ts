import { subjectFlags } from '@tracelings/lesson-kit';
import { inside } from './inside-paths.ts';
import { devices } from './root-folder.ts';
import { insideEnvironment, type ReadOnlyView, sealedNode } from './view.ts';

/** Nobody's number. It is what the process is called inside, whoever runs the grader outside. */
const NOBODY = '65534';

/** What differs from one run to the next. */
export interface BwrapOrder {
  readonly view: readonly ReadOnlyView[];
  /** Where compiled code is kept. Only trusted code may add to it. */
  readonly compiled: string;
  readonly mayCompile: boolean;
  /** Whether the types are gone from the sources. */
  readonly isPlain: boolean;
  /** The room for temporary files. */
  readonly temporaryBytes: number;
  /** The number of a process whose network is shared; without it the run has one of its own. */
  readonly network?: number;
}

/** The command that runs the subject's program with nothing in reach but what it needs. */
export function bwrapCommand(order: BwrapOrder): string[] {
  const { network } = order;
  return [
    network === undefined ? [] : enterNetwork(network),
    'bwrap --unshare-all --unshare-user --disable-userns --cap-drop ALL --die-with-parent'.split(
      ' ',
    ),
    ['--uid', NOBODY, '--gid', NOBODY, '--hostname', 'judged'],
    network === undefined ? [] : ['--share-net'],
    fileSystem(order),
    ['--clearenv'],
    Object.entries(insideEnvironment).flatMap(([name, value]) => ['--setenv', name, value]),
    ['--', inside.node, ...subjectFlags, ...sealedNode],
    order.isPlain ? ['--import', inside.plainSources] : [],
    [inside.program],
  ].flat();
}

/** No `/proc`, since it would name folders of this machine, and nothing that can be written but a small `/tmp`. */
function fileSystem({ view, compiled, mayCompile, temporaryBytes }: BwrapOrder): string[] {
  return [
    view.flatMap(({ from, to }) => ['--ro-bind', from, to]),
    [mayCompile ? '--bind' : '--ro-bind', compiled, inside.compiled],
    devices.flatMap((device) => ['--dev-bind', device, device]),
    ['--size', String(temporaryBytes), '--tmpfs', inside.temporary],
    ['--chdir', inside.temporary],
  ].flat();
}

/** As who made the network, since only its owner may enter it. */
function enterNetwork(pid: number): string[] {
  return ['nsenter', `--target=${pid}`, '--user', '--preserve-credentials', '--net', '--'];
}
