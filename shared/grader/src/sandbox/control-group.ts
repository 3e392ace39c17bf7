import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
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

/** How often, and how long after the last process was killed, a group is tried to be removed. */
const REMOVAL_TRIES = 100;
const REMOVAL_PAUSE_MS = 20;

/** The limits of one run's process and all that it starts, kept by the kernel. */
export interface ControlGroup {
  /** A process that writes its number into each of them is in the group with all its children. */
  readonly entrances: readonly string[];
  /** Once all of them are gone. */
  remove(): Promise<void>;
}

/** Makes groups, where this machine lets us. */
export class ControlGroups implements Disposable {
  readonly #hierarchies: readonly Hierarchy[];
  readonly #name = `${PREFIX}${process.pid}-${randomUUID()}`;
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
        void groups.create().remove();
        return groups;
      } catch {
        groups[Symbol.dispose]();
      }
    }
    return undefined;
  }

  /** Throws when the kernel does not take one of the limits. */
  create(): ControlGroup {
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
    return {
      entrances: folders.map((folder) => join(folder, 'cgroup.procs')),
      remove: async () => void (await Promise.all(folders.map(removeOnceEmpty))),
    };
  }

  [Symbol.dispose](): void {
    this.#each((folder) => removeTree(folder));
  }

  #each<T>(use: (folder: string, hierarchy: Hierarchy) => T): T[] {
    return this.#hierarchies.map((hierarchy) => use(join(hierarchy.folder, this.#name), hierarchy));
  }
}

/** What a killed process is still in cannot be removed for a moment. */
async function removeOnceEmpty(folder: string): Promise<void> {
  for (let tries = 0; tries < REMOVAL_TRIES; tries += 1) {
    if (tryToRemove(folder)) return;
    await wait(REMOVAL_PAUSE_MS, undefined, { ref: false });
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
