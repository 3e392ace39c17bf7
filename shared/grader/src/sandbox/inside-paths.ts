/** Where things are inside of a wall. The same in every one, so that compiled code can be kept. */
export const inside = {
  root: '/judged',
  node: '/judged/bin/node',
  program: '/judged/program/main.mjs',
  plainSources: '/judged/program/plain-sources.mjs',
  frozenBuiltins: '/judged/program/frozen-builtins.mjs',
  keeper: '/judged/program/keeper.mjs',
  lesson: '/judged/lesson',
  submission: '/judged/lesson/src',
  compiled: '/judged/compiled',
  temporary: '/tmp',
} as const;
