/**
 * Node's `http`. An import of it asks for all that it exports, and these three load all of `fetch`.
 * Neither the checks nor the shop need them, and each process of each run would pay for that.
 */
export const http: typeof import('node:http') = process.getBuiltinModule('node:http');
for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) Reflect.deleteProperty(http, name);
