import { describe, it } from 'vitest';
import { attacks, prepare } from './attack.ts';
import { layOutBaits } from './baits.ts';
import { controls } from './controls.ts';

const timeout = 120_000;
const attempted = attacks.flatMap((attack) =>
  attack.control === undefined ? [] : [[attack.tries, attack, attack.control] as const],
);

describe.concurrent('without the wall a submission', () => {
  it.for(attempted)(
    'can do what it is for: it %s',
    { timeout },
    async ([, attack, { by, shows }], { expect }) => {
      await using baits = await layOutBaits();
      await using prepared = await prepare(attack, baits.words);
      const achieved = await controls[by]?.(attack, prepared.directory, baits);
      expect(achieved).toContain(shows);
    },
  );

  it('is recorded in a file as it is, if it attacks nothing', { timeout }, async ({ expect }) => {
    const untouched = attacks.filter(({ name }) => name === 'untouched');
    for (const attack of untouched) {
      await using baits = await layOutBaits();
      await using prepared = await prepare(attack, baits.words);
      expect(await controls['evidence-file']?.(attack, prepared.directory, baits)).toEqual([]);
    }
    expect(untouched).toHaveLength(1);
  });
});

describe('the corpus', () => {
  it('holds at least forty attacks over at least three lessons', ({ expect }) => {
    expect(attempted.length).toBeGreaterThanOrEqual(40);
    expect(new Set(attacks.map(({ lesson }) => lesson)).size).toBeGreaterThanOrEqual(3);
  });

  it('says why, wherever an attack has points', ({ expect }) => {
    const unexplained = attacks.filter(({ points, why }) => points > 0 && why === undefined);
    expect(unexplained.map(({ name }) => name)).toEqual([]);
  });
});
