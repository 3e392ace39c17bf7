// Loaded first in a process whose submission has no types any more: Node need not look for any.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inside } from '../inside-paths.ts';

const submission = `${pathToFileURL(inside.submission).href}/`;

registerHooks({
  load: (url, context, next) =>
    url.startsWith(submission) && /\.m?ts$/.test(url)
      ? { format: 'module', shortCircuit: true, source: readFileSync(new URL(url)) }
      : next(url, context),
});
