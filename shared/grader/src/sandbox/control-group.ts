import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Limits } from './limits.ts';

const ROOT = '/sys/fs/cgroup';
const PREFIX = 'tracelings-';
/** The name of a grader's groups begins with its number, so that the next can tell it is gone. */
const OURS = /^tracelings-(\d+)-/;

/** Where groups can be made, and the files in each that hold their limits. */
interface Hierarchy {
  readonly folder: string;
  readonly limits: Readonly<Record<string, number>>;
}

/** Version 2 has one tree for all kinds of limits; version 1 has a tree for each. */
const VERSIONS: readonly ((limits: Limits) => readonly Hierarchy[])[] = [
  ({ memoryBytes, tasks }) => [
    {
      folder: ROOT,
      limits: { 'memory.max': memoryBytes, 'memory.swap.max': 0, 'pids.max': tasks },
    },
  ],
  ({ memoryBytes, tasks }) => [
    { folder: join(ROOT, 'memory'), limits: { 'memory.limit_in_bytes': memoryBytes } },
    { folder: join(ROOT, 'pids'), limits: { 'pids.max': tasks } },
  ],
];

/** How often, and how long after the last process was killed, a group is looked at. */
const LOOKS = 100;
const LOOK_PAUSE_MS = 20;

/** The limits of one run's process and all that it starts, kept by the kernel. */
export interface ControlGroup {
  /** A process that writes its number into each of them is in the group with all its children. */
  readonly entrances: readonly string[];
  /** Leaves it to the next run, once all of them are gone. */
  putBack(): Promise<void>;
}

/**
 * Makes groups, where this machine lets us, and keeps them: the kernel takes longer to make and
 * remove one than to start a program.
 */
export class ControlGroups implements Disposable {
  readonly #hierarchies: readonly Hierarchy[];
  readonly #name = `${PREFIX}${process.pid}-${randomUUID()}`;
  readonly #idle: ControlGroup[] = [];
  #made = 0;

  private constructor(hierarchies: readonly Hierarchy[]) {
    this.#hierarchies = hierarchies;
  }

  /** `undefined` where groups cannot be made, as is usual for anybody but root. */
  static open(limits: Limits): ControlGroups | undefined {
    for (const hierarchiesFor of VERSIONS) {
      const hierarchies = hierarchiesFor(limits);
      const groups = new ControlGroups(hierarchies);
      try {
        removeAbandoned(hierarchies);
        groups.#each((folder) => mkdirSync(folder));
        void groups.take().putBack();
        return groups;
      } catch {
        groups[Symbol.dispose]();
      }
    }
    return undefined;
  }

  /** One that nobody is in. Throws when the kernel does not take one of the limits. */
  take(): ControlGroup {
    return this.#idle.pop() ?? this.#create();
  }

  #create(): ControlGroup {
    this.#made += 1;
    const name = String(this.#made);
    const folders = this.#each((folder, hierarchy) => {
      const group = join(folder, name);
      mkdirSync(group);
      for (const [file, limit] of Object.entries(hierarchy.limits)) {
        // Not made where it is missing: a folder that is no group would take it too.
        writeFileSync(join(group, file), String(limit), { flag: 'r+' });
      }
      return group;
    });
    const entrances = folders.map((folder) => join(folder, 'cgroup.procs'));
    const group: ControlGroup = {
      entrances,
      putBack: async () => {
        if (await isEmptySoon(entrances)) this.#idle.push(group);
      },
    };
    return group;
  }

  [Symbol.dispose](): void {
    this.#each((folder) => removeTree(folder));
  }

  #each<T>(use: (folder: string, hierarchy: Hierarchy) => T): T[] {
    return this.#hierarchies.map((hierarchy) => use(join(hierarchy.folder, this.#name), hierarchy));
  }
}

/** A process that was killed is still there for a moment. */
async function isEmptySoon(entrances: readonly string[]): Promise<boolean> {
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (entrances.every(isEmpty)) return true;
    await wait(LOOK_PAUSE_MS, undefined, { ref: false });
  }
  return false;
}

function isEmpty(entrance: string): boolean {
  try {
    return readFileSync(entrance, 'latin1') === '';
  } catch {
    return false;
  }
}

function removeAbandoned(hierarchies: readonly Hierarchy[]): void {
  for (const { folder } of hierarchies) {
    for (const name of readdirSync(folder)) {
      const [, pid] = OURS.exec(name) ?? [];
      if (pid !== undefined && !isAlive(Number(pid))) removeTree(join(folder, name));
    }
  }
}

function removeTree(folder: string): void {
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) tryToRemove(join(folder, entry.name));
    }
  } catch {
    // It was never made.
  }
  tryToRemove(folder);
}

function tryToRemove(folder: string): boolean {
  try {
    rmdirSync(folder);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT';
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
