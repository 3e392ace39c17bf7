import type { Isolation } from '../grade.ts';

/** What a reader has to know before believing a grade; every report shows it. */
export function isolationNotice(isolations: readonly Isolation[]): string {
  const walls = isolations.filter((isolation) => isolation !== 'none');
  const sentences: string[] = walls.map((wall) => walled[wall]);
  if (isolations.includes('none')) sentences.unshift(trusted(walls.length > 0));
  return sentences.join(' ') || 'Nothing was graded.';
}

const walled = {
  bwrap: 'Submissions ran apart from the judge and without a network, by bubblewrap.',
  docker: 'Submissions ran apart from the judge and without a network, in a container.',
} as const;

function trusted(isPartly: boolean): string {
  return (
    `Trusted (--trust): ${isPartly ? 'some submissions' : 'submissions'} ran with nothing between ` +
    'them and the judge, so one could have forged its grade or done anything else that this ' +
    'account may do.'
  );
}
