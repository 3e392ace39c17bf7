import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';

const run = promisify(execFile);
const program = fileURLToPath(
  new URL('../../../src/sandbox/inside/frozen-builtins.ts', import.meta.url),
);

/** Says which of what the language brings along can be changed, by the way that leads there. */
const WALK = `
const seen = new Set();
const open = [];
function walk(value, path) {
  if ((typeof value !== 'object' || value === null) && typeof value !== 'function') return;
  if (seen.has(value)) return;
  seen.add(value);
  if (Object.isExtensible(value)) open.push(path);
  walk(Object.getPrototypeOf(value), path + '.__proto__');
  for (const key of Reflect.ownKeys(value)) {
    const { value: part, get, set, ...may } = Object.getOwnPropertyDescriptor(value, key);
    if (may.writable || may.configurable) open.push(path + '.' + String(key));
    walk(part, path + '.' + String(key));
    walk(get, path + '.get ' + String(key));
    walk(set, path + '.set ' + String(key));
  }
}
const ours = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)');
const others = ['globalThis', 'console', 'Intl', 'WebAssembly'];
for (const name of ours.filter((name) => !others.includes(name))) walk(globalThis[name], name);
const nameless = {
  arrays: [].values(), strings: ''[Symbol.iterator](), matches: ''.matchAll(/a/g),
  maps: new Map().keys(), sets: new Set().keys(), helpers: [].values().map(String),
  wrapped: Iterator.from({ next() {} }), generator: function* () {},
  asyncGenerator: async function* () {}, asyncFunction: async () => {},
};
for (const [name, object] of Object.entries(nameless)) walk(Object.getPrototypeOf(object), name);
console.log(seen.size > 600, open.join(' '));
`;

describe('once the built-ins are frozen', () => {
  it('of what the language brings along only how deep stacks are can be changed', async ({
    expect,
  }) => {
    // Besides, nothing is ever made with a function of Node's own.
    const prototype = 'Error.prepareStackTrace.prototype';
    expect(await printed(WALK)).toBe(
      `true ${prototype} ${prototype}.constructor Error.stackTraceLimit\n`,
    );
    expect(await printed(WALK, [])).toMatch(/^true .*Array\.prototype\.map /);
  });

  it('a patch is an error', async ({ expect }) => {
    const said = await printed(`
const patches = [
  () => (Array.prototype.push = () => 0), () => (Array.prototype.map.call = () => 0),
  () => (JSON.stringify = () => ''), () => (Object.prototype.passed = true),
  () => (String.prototype.trim = () => ''), () => delete Promise.prototype.then,
  () => Object.defineProperty(Map.prototype, 'get', { value: () => 0 }),
  () => Object.setPrototypeOf(Set.prototype, null), () => (console.log = () => 0),
  () => Object.defineProperty(Buffer.prototype, 'length', { get: () => 0 }), () => (Buffer.prototype.toString = () => ''),
  () => (globalThis.JSON = {}), () => Object.defineProperty(globalThis, 'Object', { get: () => ({}) }),
];
for (const patch of patches) try { patch(); console.log('patched', String(patch)); } catch (error) { console.log(error.message); }`);
    expect(said).toMatchInlineSnapshot(`
      "Cannot assign to built-in push
      Cannot define property call, object is not extensible
      Cannot assign to read only property 'stringify' of object '[object JSON]'
      Cannot add property passed, object is not extensible
      Cannot assign to read only property 'trim' of object '[object String]'
      Cannot delete property 'then' of [object Object]
      Cannot redefine property: get
      [object Object] is not extensible
      Cannot assign to read only property 'log' of object '[object console]'
      Cannot define property length, object is not extensible
      Cannot assign to read only property 'toString' of object '[object Object]'
      Cannot assign to read only property 'JSON' of object '[object global]'
      Cannot redefine property: Object
      "
    `);
  });

  it('whatever is said of how deep stacks are, nothing of it is called', async ({ expect }) => {
    const said = await printed(`
import assert from 'node:assert';
const called = [];
const call = (name) => () => called.push(name);
const odd = { valueOf: call('valueOf'), toString: call('toString'), [Symbol.toPrimitive]: call('toPrimitive') };
const spy = new Proxy({}, new Proxy({}, { get: (_, trap) => call(trap) }));
const deep = (calls) => (calls === 0 ? new Error('deep') : deep(calls - 1));
for (const depth of [0, -1, NaN, 20, Infinity, 2 ** 53, 7n, 'all', undefined, odd, spy]) {
  Error.stackTraceLimit = depth;
  for (const fail of [() => new URL('//'), () => JSON.parse('{'), () => assert.equal(1, 2)]) assert.throws(fail);
  console.log(typeof depth, deep(99).stack?.split('\\n').length > 20);
}
const ways = [
  () => delete Error.stackTraceLimit, () => (TypeError.stackTraceLimit = 1),
  () => Object.defineProperty(Error, 'stackTraceLimit', { get: call('get') }),
];
for (const way of ways) try { way(); console.log('changed', String(way)); } catch (error) { console.log(error.message); }
console.log(Error.stackTraceLimit === spy, called.length, Number(odd) + spy.depth, called);`);
    expect(said).toMatchInlineSnapshot(`
      "number false
      number false
      number false
      number true
      number true
      number true
      bigint false
      string false
      undefined false
      object false
      object false
      Cannot delete property 'stackTraceLimit' of function Error() { [native code] }
      Cannot add property stackTraceLimit, object is not extensible
      Cannot redefine property: stackTraceLimit
      true 0 3 [ 'toPrimitive', 'get' ]
      "
    `);
  });

  it('objects of a program have what they like in the place of what they inherit', async ({
    expect,
  }) => {
    const said = await printed(`
class Late extends TypeError { constructor() { super(); this.name = 'Late'; this.message = 'too late'; } }
const object = {}; object.toString = () => 'mine'; object.constructor = 7;
const list = [1]; list.push = () => 'pushed';
const map = new Map(); map.get = () => 'got';
const work = () => 1; work.call = () => 'called';
const date = new Date(0); date.toJSON = () => 'then';
const promise = Promise.resolve(1); promise.finally = () => 'done';
console.log(String(new Late()), String(object), object.constructor, list.push(), map.get(), work.call(), JSON.stringify({ date }), promise.finally(), Object.keys(list).join());
console.log([1].push(2), new Map([[1, 2]]).get(1), (() => 1).call(), {}.toString());`);
    expect(said).toMatchInlineSnapshot(`
      "Late: too late mine 7 pushed got called {"date":"then"} done 0,push
      2 2 1 [object Object]
      "
    `);
  });
});

async function printed(code: string, preload = ['--import', program]): Promise<string> {
  const args = ['--no-warnings', ...preload, '--input-type=module', '--eval'];
  const { stdout } = await run(process.execPath, [...args, `import vm from 'node:vm';${code}`]);
  return stdout;
}
