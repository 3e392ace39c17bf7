import {
  type Launcher,
  type LessonFolder,
  newRunMark,
  RUN_MARK,
  SpawnedProcess,
  spawnedSafely,
} from '@tracelings/lesson-kit';
import { spawn } from 'node:child_process';
import { type BwrapOrder, bwrapCommand } from './bwrap-command.ts';
import { ControlGroups } from './control-group.ts';
import { type EmptyNetwork, openEmptyNetwork } from './empty-network.ts';
import { limitedCommand } from './limited-command.ts';
import { type Limits, usualLimits } from './limits.ts';
import { PackedLessons } from './packed-lessons.ts';
import { makeRootFolder, type RootFolder } from './root-folder.ts';
import { signalInExit } from './signal-in-exit.ts';
import type { Enclosure, EnclosureOrder, SubmissionWall } from './submission-wall.ts';
import { inside } from './inside-paths.ts';
import { viewOf } from './view.ts';

/** Linux namespaces, set up by bubblewrap: a new sandbox of about three milliseconds for each process. */
export class BwrapWall implements SubmissionWall {
  readonly isolation = 'bwrap';
  readonly #lessons: PackedLessons;
  readonly #root: RootFolder;
  readonly #limits: Limits;
  readonly #groups: ControlGroups | undefined;

  private constructor(lessons: PackedLessons, root: RootFolder, limits: Limits) {
    this.#lessons = lessons;
    this.#root = root;
    this.#limits = limits;
    this.#groups = ControlGroups.open(limits);
  }

  static async open(limits: Limits = usualLimits): Promise<BwrapWall> {
    return new BwrapWall(await PackedLessons.create(), await makeRootFolder(), limits);
  }

  async enclose({ lesson, submission, isTrusted, isPlain }: EnclosureOrder): Promise<Enclosure> {
    const packed = await this.#lessons.get(lesson);
    const order = {
      view: viewOf({ ...packed, root: this.#root.path, submission }),
      compiled: packed.compiled,
      mayCompile: isTrusted ?? false,
      isPlain: isPlain ?? false,
      temporaryBytes: this.#limits.fileBytes,
    };
    const networks = await openNetworks(lesson);
    return {
      lesson: inside.lesson,
      submission: inside.submission,
      launcherOf: (scenario) => this.#launcher({ ...order, ...networkIn(networks, scenario) }),
      async [Symbol.asyncDispose]() {
        for (const network of networks.values()) network[Symbol.dispose]();
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#groups?.[Symbol.dispose]();
    await this.#root[Symbol.asyncDispose]();
    await this.#lessons[Symbol.asyncDispose]();
  }

  #launcher(order: BwrapOrder): Launcher {
    const inner = bwrapCommand(order);
    return () => {
      const mark = newRunMark();
      const group = this.#groups?.take();
      const [command, ...args] = limitedCommand(inner, this.#limits, group);
      const child = spawn(command, args, {
        ...spawnedSafely,
        env: { PATH: process.env['PATH'], [RUN_MARK]: mark },
      });
      child.once('exit', () => void group?.putBack());
      return new SpawnedProcess(child, {
        mark,
        patienceMs: this.#limits.patienceMs,
        readExit: signalInExit,
      });
    };
  }
}

/** One for each scenario of several processes; a single process gets its own from bubblewrap. */
async function openNetworks({ manifest }: LessonFolder): Promise<Map<string, EmptyNetwork>> {
  const shared = Object.entries(manifest.scenarios).filter(
    ([, { services = [] }]) => services.length > 0,
  );
  return new Map(
    await Promise.all(shared.map(async ([name]) => [name, await openEmptyNetwork()] as const)),
  );
}

function networkIn(
  networks: ReadonlyMap<string, EmptyNetwork>,
  scenario: string,
): Pick<BwrapOrder, 'network'> {
  const network = networks.get(scenario);
  return network === undefined ? {} : { network: network.pid };
}
