import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where the scratch ones have their configuration and their packages from. */
export const repositoryRoot = resolve(import.meta.dirname, '../../../..');

/** The repository's own configuration around packages of a few lines, in a folder of its own. */
export class ScratchRepository implements Disposable {
  readonly root = mkdtempSync(join(tmpdir(), 'tracelings-proof-'));

  constructor() {
    for (const file of [
      'turbo.json',
      'tsconfig.json',
      'vitest.package.ts',
      '.gitignore',
      '.npmrc',
    ]) {
      cpSync(join(repositoryRoot, file), join(this.root, file));
    }
    const reporter = ['test-results.ts', 'test-results-reporter.ts'];
    for (const file of reporter.map((name) => `shared/upkeep/src/${name}`)) {
      this.write(file, readFileSync(join(repositoryRoot, file), 'utf8'));
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(this.root, 'node_modules'));
    this.write('package.json', JSON.stringify(rootManifest()));
    this.write('package-lock.json', JSON.stringify({ lockfileVersion: 3, packages: {} }));
    execFileSync('git', ['init', '--quiet'], { cwd: this.root });
  }

  readonly write = (file: string, text: string): void => {
    mkdirSync(dirname(join(this.root, file)), { recursive: true });
    writeFileSync(join(this.root, file), text);
  };

  readonly remove = (file: string): void => {
    rmSync(join(this.root, file), { recursive: true });
  };

  /** A package whose one test file is given; `npm test` of it runs the shared vitest setup. */
  addPackage(folder: string, test: string, dependencies: readonly string[] = []): void {
    this.#addManifest(folder, 'vitest run --config ../../vitest.package.ts', dependencies);
    this.write(`${folder}/test/one.test.ts`, test);
  }

  /** A package whose `npm test` runs a program and counts nothing, for where no count matters. */
  addProgram(folder: string, program: string): void {
    this.#addManifest(folder, 'node program.js', []);
    this.write(`${folder}/program.js`, program);
  }

  #addManifest(folder: string, test: string, dependencies: readonly string[]): void {
    const manifest = {
      name: nameOf(folder),
      version: '0.0.0',
      type: 'module',
      scripts: { test },
      dependencies: Object.fromEntries(dependencies.map((other) => [nameOf(other), '*'])),
    };
    this.write(`${folder}/package.json`, JSON.stringify(manifest));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

export const passingTest = `import { expect, it } from 'vitest';
it('adds', () => expect(1 + 1).toBe(2));
`;

function nameOf(folder: string): string {
  return `@scratch/${folder.replace('/', '-')}`;
}

function rootManifest() {
  const done = 'exit 0';
  return {
    name: 'scratch',
    private: true,
    type: 'module',
    workspaces: ['lessons/*', 'solutions/*', 'shared/*'],
    devEngines: { packageManager: { name: 'npm', version: '^11', onFail: 'ignore' } },
    // One that reads every file, and one that reads a few: more would be processes that show no more.
    scripts: { 'format:check': done, lockfile: done },
  };
}
