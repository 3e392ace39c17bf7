import {
  copyFile,
  mkdtemp,
  mkdtempDisposable,
  readFile,
  rm,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { keepPack } from '../../src/pack/kept-pack.ts';
import { freshPack, recordPack } from '../../src/pack/pack-record.ts';
import { runOf } from '../run-of.ts';

describe.concurrent('the packed program and its packages', { timeout: 30_000 }, () => {
  it('are what a subject runs on, wherever it lies', async ({ expect }) => {
    const { output } = await runOf(`
import { trace } from '@opentelemetry/api';
import { createRequire } from 'node:module';
for (const id of ['@opentelemetry/api', '@opentelemetry/sdk-trace', 'vitest']) console.log(import.meta.resolve(id));
console.log(createRequire(import.meta.url)('@opentelemetry/api').trace === trace);
export function main() {}
`);
    const [api, sdk, other, isOneCopy] = output.stdout.split('\n');
    expect(api).toMatch(/\/packed\/pack-\w+\/node_modules\/@opentelemetry\/api\/index\.mjs$/);
    expect(sdk).toMatch(/\/packed\/pack-\w+\/node_modules\/@opentelemetry\/sdk-trace\/index\.mjs$/);
    expect(other).not.toContain('/packed/');
    expect(isOneCopy).toBe('true');
  });

  it('are made once, and again when what they were made of is not there', async ({ expect }) => {
    await using packs = await mkdtempDisposable(join(tmpdir(), 'packs-'));
    const first = await keepPack(packs.path);
    expect(await keepPack(packs.path)).toBe(first);
    await rm(join(first, '..', 'newest.json'));
    const second = await keepPack(packs.path);
    expect(second).not.toBe(first);
    expect(await keepPack(packs.path)).toBe(second);
  });
});

describe.concurrent('a pack is not fresh any more', () => {
  const changes: Readonly<Record<string, (file: string) => Promise<void>>> = {
    'when a file that it was made of is longer': (file) => writeFile(file, 'longer than before'),
    'when a file that it was made of was written again': (file) => utimes(file, 1, 1),
    'when a file that it was made of is gone': (file) => rm(file),
  };

  for (const [title, change] of Object.entries(changes)) {
    it(title, async ({ expect }) => {
      await using packs = await mkdtempDisposable(join(tmpdir(), 'packs-'));
      const file = join(packs.path, 'module.js');
      await writeFile(file, 'before');
      recordPack(packs.path, packs.path, [file]);
      expect(freshPack(packs.path)).toBe(packs.path);
      await change(file);
      expect(freshPack(packs.path)).toBeUndefined();
    });
  }

  it('when its own folder is gone', async ({ expect }) => {
    await using packs = await mkdtempDisposable(join(tmpdir(), 'packs-'));
    const folder = await mkdtemp(join(packs.path, 'pack-'));
    recordPack(packs.path, folder, []);
    expect(freshPack(packs.path)).toBe(folder);
    await rm(folder, { recursive: true });
    expect(freshPack(packs.path)).toBeUndefined();
  });

  it('where its record was copied to', async ({ expect }) => {
    await using packs = await mkdtempDisposable(join(tmpdir(), 'packs-'));
    await using copy = await mkdtempDisposable(join(tmpdir(), 'packs-'));
    recordPack(packs.path, packs.path, []);
    await copyFile(join(packs.path, 'newest.json'), join(copy.path, 'newest.json'));
    expect(freshPack(copy.path)).toBeUndefined();
  });

  it('with another version of Node', async ({ expect }) => {
    await using packs = await mkdtempDisposable(join(tmpdir(), 'packs-'));
    recordPack(packs.path, packs.path, []);
    const record = join(packs.path, 'newest.json');
    const text = await readFile(record, 'utf8');
    await writeFile(record, text.replace(process.version, 'v22.0.0'));
    expect(freshPack(packs.path)).toBeUndefined();
  });

  it('when the record of it is damaged', async ({ expect }) => {
    await using packs = await mkdtempDisposable(join(tmpdir(), 'packs-'));
    await writeFile(join(packs.path, 'newest.json'), '{"folder":');
    expect(freshPack(packs.path)).toBeUndefined();
  });
});
