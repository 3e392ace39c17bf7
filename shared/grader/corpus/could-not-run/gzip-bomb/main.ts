import { gunzipSync, gzipSync } from 'node:zlib';

const small = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const hoard = Array.from({ length: 10 }, () => gunzipSync(small));
throw new Error(`%TAG% ${hoard.length}`);
