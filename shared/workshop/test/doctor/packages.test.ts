import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examinePackages } from '../../src/doctor/packages.ts';
import { scratchFolder } from '../fixtures/scratch.ts';
import { type Files, writeFiles } from '../fixtures/workbench.ts';

const sdk = '@opentelemetry/sdk-trace';
const api = '@opentelemetry/api';

const whole: Files = {
  'lessons/01/package.json': manifest([sdk, api, 'zod']),
  'node_modules/zod/package.json': manifest([]),
  [`node_modules/${sdk}/package.json`]: manifest([api]),
  [`node_modules/${api}/package.json`]: manifest([]),
};

test('Packages are good when each is there, and the OpenTelemetry ones once.', async () => {
  expect(await examined(whole)).toMatchInlineSnapshot(`
    {
      "about": "Packages",
      "found": "Everything is installed, and each of 2 OpenTelemetry packages once.",
      "state": "good",
    }
  `);
});

test('A package that is missing is named with the command that brings it.', async () => {
  const { [`node_modules/${api}/package.json`]: _gone, ...rest } = whole;
  expect(await examined(rest)).toMatchInlineSnapshot(`
    {
      "about": "Packages",
      "found": "Not installed: @opentelemetry/api.",
      "mend": "Run npm install in the top folder, with no other package manager.",
      "state": "broken",
    }
  `);
});

test('A second copy of an OpenTelemetry package is found where only a dependency sees it.', async () => {
  const copy = { [`node_modules/${sdk}/node_modules/${api}/package.json`]: manifest([]) };
  expect(await examined({ ...whole, ...copy })).toMatchInlineSnapshot(`
    {
      "about": "Packages",
      "found": "There is more than one copy of @opentelemetry/api. OpenTelemetry's parts find each other by identity, so spans would get lost between the copies.",
      "mend": "Delete node_modules. Run npm install in the top folder, with no other package manager.",
      "state": "broken",
    }
  `);
});

async function examined(files: Files) {
  await using scratch = await scratchFolder();
  await writeFiles(join(scratch.path), files);
  return await examinePackages(scratch.path);
}

function manifest(dependencies: readonly string[]): string {
  return JSON.stringify({
    dependencies: Object.fromEntries(dependencies.map((name) => [name, '1'])),
  });
}
