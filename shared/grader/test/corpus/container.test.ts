import { afterAll, beforeAll, describe, it } from 'vitest';
import { DockerWall } from '../../src/sandbox/docker-wall.ts';
import { wallForTests } from '../fixtures/sandbox.ts';
import { attacks } from './attack.ts';
import { BatchOfAttacks, heldOutcome, MOST_MS, shortLimits } from './batch-of-attacks.ts';

/** One for each thing that a container holds by other means than bubblewrap does. */
const names = new Set([
  'daemon',
  'disk-bomb',
  'endless-loop',
  'environment-read',
  'everything-killed',
  'evidence-by-hand',
  'evidence-exchanged',
  'fork-bomb',
  'left-for-the-next',
  'memory-bomb',
  'network-fetch',
  'output-bomb',
  'own-memory-read',
  'parent-environment-read',
  'parent-memory-read',
  'secret-read',
  'solution-imported',
  'stopped-by-itself',
  'written-outside',
]);
/** A container has room for the processes of one submission, of which a bomb alone must be too much. */
const limits = { ...shortLimits, memoryBytes: 256 * 1024 ** 2 };
const chosen = attacks.filter(({ name }) => names.has(name));
const neighbours = ['05-propagation'];
const { isMissing, title } = await wallForTests('docker');
const batch = new BatchOfAttacks();

describe.skipIf(isMissing)(title('attacks in one batch'), () => {
  beforeAll(async () => batch.grade(await DockerWall.open(limits), chosen, neighbours), MOST_MS);
  afterAll(() => batch[Symbol.asyncDispose]());

  describe('in a container, a submission that', () => {
    it.for(chosen.map((attack) => [attack.tries, attack] as const))(
      '%s',
      ([, attack], { expect }) => {
        expect(batch.outcomeOf(attack)).toEqual(heldOutcome(attack));
      },
    );
  });

  it.for(neighbours)('honest work beside them has all its points: %s', (id, { expect }) => {
    expect(batch.gradeOf(id)).toMatch(/^passed (\d+) of \1$/);
  });
});
