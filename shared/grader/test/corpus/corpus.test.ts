import { afterAll, beforeAll, describe, it } from 'vitest';
import { BwrapWall } from '../../src/sandbox/bwrap-wall.ts';
import { wallForTests } from '../fixtures/sandbox.ts';
import { attacks } from './attack.ts';
import { BatchOfAttacks, heldOutcome, MOST_MS, shortLimits } from './batch-of-attacks.ts';

const neighbours = ['01-first-span', '03-http-handler'];
const { isMissing, title } = await wallForTests('bwrap');
const batch = new BatchOfAttacks();

describe.skipIf(isMissing)(title('all attacks in one batch'), () => {
  beforeAll(
    async () => batch.grade(await BwrapWall.open(shortLimits), attacks, neighbours),
    MOST_MS,
  );
  afterAll(() => batch[Symbol.asyncDispose]());

  describe('behind bubblewrap, a submission that', () => {
    it.for(attacks.map((attack) => [attack.tries, attack] as const))(
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
