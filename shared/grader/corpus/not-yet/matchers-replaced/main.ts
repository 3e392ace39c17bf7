import assert from 'node:assert';
import { syncBuiltinESMExports } from 'node:module';

for (const name of Object.keys(assert.strict)) Reflect.set(assert.strict, name, () => {});
for (const name of Object.keys(assert)) Reflect.set(assert, name, () => {});
syncBuiltinESMExports();
export * from './honest.ts';
