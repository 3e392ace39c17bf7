import { parseArgs } from 'node:util';
import { busyCores } from './soak/busy-cores.ts';
import { soak } from './soak/soak.ts';

const usage = `Judges the solutions again and again while every core is kept busy, each time with another seed.

npm run soak -- [--runs 1000] [--at-once 4] [LESSON…]

Ends with 0 when every verdict was "passed". Ctrl-C ends it early and prints the count so far.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '4' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  await using _busy = busyCores();
  const wrong = await soak({
    runs: Number(values.runs),
    atOnce: Number(values['at-once']),
    lessons: positionals,
    signal: interruption.signal,
  });
  process.exitCode = wrong === 0 ? 0 : 1;
}
