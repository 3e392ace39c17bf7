import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { escapeInvisible } from '@tracelings/trace-shape/text';
import type { RoomState } from '../state/room-state.ts';
import { JournalTail } from './journal-tail.ts';
import { NoReportError, ReportFile } from './report-file.ts';
import { Room } from './room.ts';

type Source = JournalTail | ReportFile;

/** A look costs a `stat`, and sees what other ways of watching miss: network drives and containers. */
const betweenLooksMs = 300;

/**
 * Follows what a grader writes: its report, its journal, or the folder of both. The journal is
 * written grade by grade, so a running batch is seen as it goes on.
 */
export class RoomWatch implements Disposable {
  readonly room = new Room();
  readonly #path: string;
  readonly #show: (state: RoomState) => void;
  #file = '';
  #source: Source | undefined;
  #trouble: string | undefined = '';
  #next: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(path: string, show: (state: RoomState) => void) {
    this.#path = path;
    this.#show = show;
    void this.#look();
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    clearTimeout(this.#next);
  }

  async #look(): Promise<void> {
    const { hasChanged, trouble } = await this.#read();
    if (this.#isOver) return;
    if (hasChanged || trouble !== this.#trouble) this.#tell(trouble);
    this.#next = setTimeout(() => void this.#look(), betweenLooksMs);
  }

  #tell(trouble: string | undefined): void {
    this.#trouble = trouble;
    const isFollowed = this.#source instanceof JournalTail;
    // Of where it lies, a room that looks on need not know more.
    const source = escapeInvisible(join(basename(dirname(this.#file)), basename(this.#file)));
    this.#show(this.room.state({ source, isFollowed, ...(trouble !== undefined && { trouble }) }));
  }

  async #read(): Promise<{ readonly hasChanged: boolean; readonly trouble?: string }> {
    try {
      this.#open(await fileAt(this.#path));
      return { hasChanged: (await this.#source?.read(this.room)) ?? false };
    } catch (error) {
      return { hasChanged: false, trouble: troubleText(this.#file, error) };
    }
  }

  #open(file: string): void {
    if (file === this.#file) return;
    this.#file = file;
    this.room.clear();
    this.#source = file.endsWith('.jsonl') ? new JournalTail(file) : new ReportFile(file);
  }
}

/** In a folder, the journal: it has whatever the report has, and earlier. */
async function fileAt(path: string): Promise<string> {
  if (!(await isFolder(path))) return path;
  const journal = join(path, 'journal.jsonl');
  const report = join(path, 'grades.json');
  return (await isThere(journal)) || !(await isThere(report)) ? journal : report;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? !/\.jsonl?$/.test(path);
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

function troubleText(file: string, error: unknown): string {
  const path = escapeInvisible(file);
  if (error instanceof NoReportError) {
    return `${path} holds no report of the grader. Name its grades.json, its journal.jsonl, or the folder of both.`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
    return `Nothing is graded yet: ${path} is not there. It is shown here as soon as npm run grade writes it.`;
  }
  return `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
