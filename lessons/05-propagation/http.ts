/**
 * Node's `http`. Taken like this because an import of it loads all of `fetch` besides, and each
 * process of each run would pay for that.
 */
export const http: typeof import('node:http') = process.getBuiltinModule('node:http');
