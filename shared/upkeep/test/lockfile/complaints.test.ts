import { describe, expect, it } from 'vitest';
import { lockfileComplaints } from '../../src/lockfile/complaints.ts';
import type { LockedPackages, Manifest, Manifests } from '../../src/lockfile/manifest.ts';

const noManifests: Manifests = new Map();
const nothingLocked: LockedPackages = new Map();
const entries = (files: Record<string, Manifest>) => new Map(Object.entries(files));

describe('the lockfile', () => {
  it('is fine where every optional binary is there, beside its package or above it', () => {
    const packages = entries({
      'node_modules/turbo': { optionalDependencies: { '@turbo/darwin-64': '2.0.0' } },
      'node_modules/@turbo/darwin-64': { version: '2.0.0' },
      'node_modules/a/node_modules/b': {
        optionalDependencies: { beside: '1.0.0', above: '1.0.0' },
      },
      'node_modules/a/node_modules/b/node_modules/beside': {},
      'node_modules/a/node_modules/above': {},
    });
    expect(lockfileComplaints(noManifests, packages)).toEqual([]);
  });

  it('may not lack the binary of another platform', () => {
    const packages = entries({
      'node_modules/turbo': {
        optionalDependencies: { '@turbo/darwin-64': '2.0.0', '@turbo/linux-64': '2.0.0' },
      },
      'node_modules/@turbo/linux-64': { version: '2.0.0' },
    });
    expect(lockfileComplaints(noManifests, packages)).toMatchInlineSnapshot(`
      [
        "package-lock.json lacks @turbo/darwin-64, which turbo needs on another platform. Pin a version whose binaries are all published, remove package-lock.json and node_modules, and run "npm install".",
      ]
    `);
  });

  it('does not count a copy that another package keeps for itself', () => {
    const packages = entries({
      'node_modules/vite': { optionalDependencies: { fsevents: '2.0.0' } },
      'node_modules/other/node_modules/fsevents': { version: '2.0.0' },
    });
    expect(lockfileComplaints(noManifests, packages)).toHaveLength(1);
  });

  it('holds one copy of each OpenTelemetry package', () => {
    const packages = entries({
      'node_modules/@opentelemetry/core': { version: '3.1.1' },
      'node_modules/@opentelemetry/exporter/node_modules/@opentelemetry/core': { version: '3.1.0' },
    });
    expect(lockfileComplaints(noManifests, packages)).toMatchInlineSnapshot(`
      [
        "package-lock.json holds 2 copies of @opentelemetry/core (3.1.1 in node_modules/@opentelemetry/core, 3.1.0 in node_modules/@opentelemetry/exporter/node_modules/@opentelemetry/core), and OpenTelemetry needs one. Give every package.json the version that its siblings pin.",
      ]
    `);
  });
});

describe('the manifests', () => {
  it('name exact versions, and "*" for the packages of the repository', () => {
    const files = entries({
      'shared/a/package.json': { name: '@tracelings/a', dependencies: { ajv: '8.20.0' } },
      'shared/b/package.json': { name: '@tracelings/b', dependencies: { '@tracelings/a': '*' } },
    });
    expect(lockfileComplaints(files, nothingLocked)).toEqual([]);
  });

  it('may not name a range, nor a version for a package of the repository', () => {
    const files = entries({
      'shared/a/package.json': { name: '@tracelings/a', devDependencies: { ajv: '^8.20.0' } },
      'shared/b/package.json': {
        name: '@tracelings/b',
        dependencies: { '@tracelings/a': '0.1.0' },
      },
    });
    expect(lockfileComplaints(files, nothingLocked)).toMatchInlineSnapshot(`
      [
        "shared/a/package.json asks for ajv as "^8.20.0". Write one exact version, such as "1.2.3".",
        "shared/b/package.json asks for @tracelings/a as "0.1.0". It is a package of this repository: write "*".",
      ]
    `);
  });

  it('agree on the version of each dependency', () => {
    const files = entries({
      'package.json': { devDependencies: { vitest: '5.1.0' } },
      'shared/a/package.json': { devDependencies: { vitest: '5.1.1' } },
    });
    expect(lockfileComplaints(files, nothingLocked)).toMatchInlineSnapshot(`
      [
        "The packages disagree on vitest: 5.1.0 in package.json, 5.1.1 in shared/a/package.json. Choose one version for all.",
      ]
    `);
  });

  it('of a lesson names its solution, so that the proof sees an edit there', () => {
    const solution = { name: '@tracelings/solution-one' };
    const declared = { devDependencies: { '@tracelings/solution-one': '*' } };
    const withLesson = (lesson: Manifest) =>
      entries({ 'lessons/one/package.json': lesson, 'solutions/one/package.json': solution });
    expect(lockfileComplaints(withLesson(declared), nothingLocked)).toEqual([]);
    expect(lockfileComplaints(withLesson({}), nothingLocked)).toMatchInlineSnapshot(`
      [
        "lessons/one/package.json does not name its solution. Add "@tracelings/solution-one": "*" to its devDependencies.",
      ]
    `);
  });
});
