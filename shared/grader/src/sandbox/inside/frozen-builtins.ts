// Loaded first of all where a submission runs: from then on nobody can patch what the language
// brings along, nor have its names mean something else, nor patch buffers, in which the recorder keeps
// its seal. Node's own `--frozen-intrinsics` does it too, and takes every process three times as
// long. Of what that freezes Intl and WebAssembly stay open: no recorder and no package uses them.

const NAMES = [
  'Object Function Boolean Symbol Number BigInt Math Date String RegExp JSON Reflect Proxy Atomics',
  'Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError',
  'URIError Array ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray',
  'Int16Array Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array',
  'BigInt64Array BigUint64Array Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator',
  'Promise DisposableStack AsyncDisposableStack eval isFinite isNaN parseFloat parseInt decodeURI',
  'decodeURIComponent encodeURI encodeURIComponent escape unescape console',
  'setImmediate setInterval setTimeout clearImmediate clearInterval clearTimeout Buffer',
].flatMap((names) => names.split(' '));

/** Their prototypes are what no name leads to. */
const NAMELESS = [
  [].values(),
  ''[Symbol.iterator](),
  ''.matchAll(/a/g),
  new Map().values(),
  new Set().values(),
  [].values().drop(0),
  Iterator.from({ next: () => ({ done: true, value: undefined }) }),
  (function* () {})(),
  (async function* () {})(),
  function* () {},
  async function* () {},
  async () => {},
];

/** Honest programs assign to what objects, errors and collections of theirs inherit of these. */
const OVERRIDDEN = /^(?:Object|Function|Array|Map|Set|Promise|Date|\w*Error)$/;

// The loops are plain because a process is young here: all that they call is called cold.
const roots = new Set<object>();
for (const name of NAMES) addWithPrototype(Reflect.get(globalThis, name));
for (const object of NAMELESS) addPrototypesOf(object);
for (const name of NAMES) {
  if (OVERRIDDEN.test(name)) letOverride(prototypeOf(Reflect.get(globalThis, name)));
}
for (const root of roots) freezeWithProperties(root);
for (const name of NAMES) fixName(name);

function addWithPrototype(value: unknown): void {
  if (!isObject(value)) return;
  roots.add(value);
  addPrototypesOf(value);
  const prototype = prototypeOf(value);
  if (!isObject(prototype)) return;
  roots.add(prototype);
  addPrototypesOf(prototype);
}

function prototypeOf(value: unknown): unknown {
  return isObject(value) && 'prototype' in value ? value.prototype : undefined;
}

function addPrototypesOf(object: object): void {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (!isObject(prototype) || roots.has(prototype)) return;
  roots.add(prototype);
  addPrototypesOf(prototype);
}

/** What a prototype has frozen cannot be assigned to an object either, unless an accessor takes it. */
function letOverride(prototype: unknown): void {
  if (!isObject(prototype)) return;
  for (const key of Reflect.ownKeys(prototype)) {
    const { value, configurable, enumerable = false } = propertyOf(prototype, key);
    if (value === undefined || configurable !== true) continue;
    freeze(value);
    Object.defineProperty(prototype, key, {
      get: () => value,
      set(own: unknown) {
        if (this === prototype) throw new TypeError(`Cannot assign to built-in ${String(key)}`);
        Object.defineProperty(this, key, {
          value: own,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
      enumerable,
    });
  }
}

/** Absent ones stay absent: not each Node has each of them. */
function fixName(name: string): void {
  const value: unknown = Reflect.get(globalThis, name);
  if (value === undefined) return;
  Reflect.defineProperty(globalThis, name, { value, writable: false, configurable: false });
}

function freezeWithProperties(object: object): void {
  for (const key of Reflect.ownKeys(object)) {
    const property = propertyOf(object, key);
    freeze(property.value);
    freeze(property.get);
    freeze(property.set);
  }
  freeze(object);
}

interface Property {
  readonly value?: unknown;
  readonly get?: unknown;
  readonly set?: unknown;
  readonly configurable?: boolean;
  readonly enumerable?: boolean;
}

function propertyOf(object: object, key: PropertyKey): Property {
  return Reflect.getOwnPropertyDescriptor(object, key) ?? {};
}

function freeze(value: unknown): void {
  if (value === Error) freezeAllButDepth();
  else if (isObject(value)) Object.freeze(value);
}

/** Honest programs set how deep stacks are, and so does Node for errors whose stack nobody reads. */
function freezeAllButDepth(): void {
  Object.seal(Error);
  for (const key of Reflect.ownKeys(Error)) {
    if (key !== 'stackTraceLimit') Reflect.defineProperty(Error, key, { writable: false });
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
