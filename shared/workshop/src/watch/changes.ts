import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** An editor's save is several events within a millisecond or two. What comes later is checked anew. */
const settledAfterMs = 5;
/** A storm of saves must not put the check off for ever. */
const storedAtMostMs = 250;

/**
 * Calls back once for each settled change of the files under a folder: a save, an atomic rename,
 * a storm of them, a file deleted, the folder itself removed or put back.
 */
export class Changes implements Disposable {
  readonly #directory: string;
  readonly #changed: () => void;
  #parent: FSWatcher | undefined;
  #tree: FSWatcher | undefined;
  #settling: NodeJS.Timeout | undefined;
  #firstEvent = 0;
  #seen = '';
  #stopped = false;

  private constructor(directory: string, changed: () => void) {
    this.#directory = directory;
    this.#changed = changed;
  }

  /** Resolves once every later change will be seen. */
  static async of(directory: string, changed: () => void): Promise<Changes> {
    const changes = new Changes(directory, changed);
    changes.#parent = changes.#arm(dirname(directory), false);
    changes.#tree = changes.#arm(directory, true);
    changes.#seen = await fingerprint(directory);
    return changes;
  }

  [Symbol.dispose](): void {
    this.#stopped = true;
    clearTimeout(this.#settling);
    this.#parent?.close();
    this.#tree?.close();
  }

  #arm(directory: string, recursive: boolean): FSWatcher | undefined {
    try {
      const watcher = watch(directory, { recursive }, (_event, name) => {
        if (recursive || name === null || name === basename(this.#directory)) this.#note();
      });
      watcher.on('error', () => this.#note());
      return watcher;
    } catch {
      return undefined;
    }
  }

  #note(): void {
    if (this.#stopped) return;
    const now = performance.now();
    if (this.#settling === undefined) this.#firstEvent = now;
    clearTimeout(this.#settling);
    const waited = now - this.#firstEvent;
    this.#settling = setTimeout(
      () => void this.#settle(),
      Math.max(0, Math.min(settledAfterMs, storedAtMostMs - waited)),
    );
  }

  /** Folders come and go: the tree is watched anew before it is looked at, so that nothing slips between. */
  async #settle(): Promise<void> {
    this.#settling = undefined;
    this.#tree?.close();
    this.#tree = this.#arm(this.#directory, true);
    const now = await fingerprint(this.#directory);
    if (this.#stopped || now === this.#seen) return;
    this.#seen = now;
    this.#changed();
  }
}

/** Says whether anything a learner would call a change has happened since. */
async function fingerprint(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(
    () => undefined,
  );
  // An empty folder may be what is left for a moment of one that is being deleted.
  if (entries === undefined) return 'gone';
  const files = entries
    .filter((entry) => !entry.isDirectory() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const marks = await Promise.all(files.map((file) => mark(file)));
  return marks.join('\n');
}

async function mark(file: string): Promise<string> {
  const stats = await stat(file, { bigint: true }).catch(() => undefined);
  return stats === undefined ? '' : `${file} ${stats.size} ${stats.mtimeNs} ${stats.ino}`;
}

/**
 * Not an editor's swap files and backups, and nothing that the program writes while it is checked:
 * a log that grew must not start the next check.
 */
function isSource(name: string): boolean {
  return !/^[.#]/.test(name) && /\.([cm]?[jt]s|json)$/.test(name);
}
