import { soakArguments, usage } from './soak/arguments.ts';
import { busyCores } from './soak/busy-cores.ts';
import { soakGrades } from './soak/grade-soak.ts';
import { soak } from './soak/soak.ts';
import { typed } from './typed.ts';

const { help, grade, busy, ...order } = typed(() => soakArguments(process.argv.slice(2)), usage);

if (help) {
  console.log(usage);
} else {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  await using _busy = busy ? busyCores() : undefined;
  const wrong = await (grade ? soakGrades : soak)({ ...order, signal: interruption.signal });
  process.exitCode = wrong === 0 ? 0 : 1;
}
