import { writeSync } from 'node:fs';

export async function main(job) {
  const { main: honest } = await import('./honest.ts');
  const { t } = { t: 'done' };
  writeSync(3, JSON.stringify({ t }));
  return honest(job);
}
