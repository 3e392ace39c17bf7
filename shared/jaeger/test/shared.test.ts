import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

const countTestcontainers = `
  await import(process.argv[1]);
  const { createRequire } = await import('node:module');
  const loaded = Object.keys(createRequire(process.cwd() + '/').cache);
  console.log(loaded.filter((file) => file.includes('testcontainers')).length);
`;

it.for([
  ['does not load testcontainers by itself', '@tracelings/jaeger/shared', /^0\n$/],
  ['is lighter than the whole package, which does', '@tracelings/jaeger', /^[1-9]\d*\n$/],
] as const)('%s', ([, specifier, count]) => {
  const args = ['--input-type=module', '-e', countTestcontainers, specifier];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toMatch(count);
});
