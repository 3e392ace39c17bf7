import { parseArgs } from 'node:util';
import { busyCores } from './soak/busy-cores.ts';
import { soakGrades } from './soak/grade-soak.ts';
import { soak } from './soak/soak.ts';

const usage = `Judges the solutions again and again while every core is kept busy, each time with another seed.

npm run soak -- [--runs 1000] [--at-once 4] [LESSON…]
npm run soak -- --grade [--runs 1000] [--at-once 8] [LESSON…]

With --grade the solutions, the other right answers and the mistakes are handed in to npm run grade:
what is right has to get all points, and a mistake has to fail first at its own check.

Ends with 0 when nothing was wrong. Ctrl-C ends it early and prints the count so far.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '1000' },
    'at-once': { type: 'string' },
    grade: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  await using _busy = busyCores();
  const wrong = await (values.grade ? soakGrades : soak)({
    runs: Number(values.runs),
    atOnce: Number(values['at-once'] ?? (values.grade ? 8 : 4)),
    lessons: positionals,
    signal: interruption.signal,
  });
  process.exitCode = wrong === 0 ? 0 : 1;
}
