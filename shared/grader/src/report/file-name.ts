import { hash } from 'node:crypto';

const harmless = /^[a-z0-9][a-z0-9._-]{0,59}$/;
const mostOfName = 40;
const mostOfHash = 8;

/**
 * A learner's name as the name of a file: itself where it is harmless on every system. Anything else
 * keeps what can be kept and gets a hash, so that no two learners share a file.
 */
export function fileName(learner: string): string {
  if (harmless.test(learner)) return learner;
  const kept = learner
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, mostOfName)
    .replaceAll(/^-|-$/g, '');
  return `${kept || 'learner'}-${hash('sha256', learner).slice(0, mostOfHash)}`;
}
