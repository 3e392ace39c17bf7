import process from 'node:process';
import { runCommand } from './command/program.ts';
import { Interruption } from './interruption.ts';

// `npm run check | head` closes our output early; whoever closes it has seen enough.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => process.exit());
}

const interruption = new Interruption();
process.exitCode = await runCommand(process.argv.slice(2), interruption.signal);
// What cannot be called off, such as a download, must not keep an ended command alive.
if (interruption.exitCode !== undefined) process.exit(interruption.exitCode);
interruption[Symbol.dispose]();
