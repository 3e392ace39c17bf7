#!/usr/bin/env node
// Plain JavaScript, because a Node that is too old for TypeScript has to be able to read it.
import module from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const oldestMajor = 24;

if (Number.parseInt(process.versions.node, 10) < oldestMajor) {
  process.stderr.write(
    `Tracelings needs Node ${oldestMajor} or newer, and this is Node ${process.versions.node}.
\`npm install\` brings a fitting one along, and npm's own commands use it. From the top folder:

  npm install
  npm start                  opens the current lesson
  npm run check -- 01        checks one lesson

Still here after that? The install scripts were switched off, and the fitting Node is
brought by one. Allow them for once with: npm rebuild node --ignore-scripts=false
`,
  );
  process.exitCode = 3;
} else {
  module.enableCompileCache(fileURLToPath(new URL('../../../.cache/compile', import.meta.url)));
  await import('../src/main.ts').catch(explainMissingPackage);
}

/** @param {unknown} error */
function explainMissingPackage(error) {
  const found = /Cannot find package '[^']*'/.exec(String(error))?.[0];
  if (found === undefined) throw error;
  process.stderr.write(
    `Tracelings is not installed, or not whole: ${found}. From the top folder:

  npm install
  npm start                  opens the current lesson
`,
  );
  process.exitCode = 3;
}
