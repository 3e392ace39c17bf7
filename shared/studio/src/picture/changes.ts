import type { Picture, PictureRow } from './picture.ts';

/** What a save changed about spans of one name. */
export interface Change {
  readonly name: string;
  readonly what: string;
}

interface Seen {
  readonly row: PictureRow;
  readonly parent: string;
}

/** What is different between two runs, a line for each name; times differ always and say nothing. */
export function changesBetween(before: Picture, after: Picture): Change[] {
  const old = byName(before);
  const now = byName(after);
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].flatMap((name) => {
    const what = changeOf(old.get(name) ?? [], now.get(name) ?? []);
    return what === undefined ? [] : [{ name, what }];
  });
}

function byName({ rows }: Picture): ReadonlyMap<string, readonly Seen[]> {
  const path: string[] = [];
  const seen = rows.flatMap((row): Seen[] => {
    path.length = row.level - 1;
    const parent = path.at(-1) ?? '';
    path.push(row.name);
    return row.kind === 'span' ? [{ row, parent }] : [];
  });
  return Map.groupBy(seen, ({ row }) => row.name);
}

function changeOf(before: readonly Seen[], after: readonly Seen[]): string | undefined {
  const more = after.length - before.length;
  if (before.length === 0) return more === 1 ? 'is new' : `is new, ${more} times`;
  if (after.length === 0) return 'is gone';
  if (more !== 0) return more > 0 ? `is there ${more} times more` : `is there ${-more} times less`;
  if (differ(before, after, ({ parent }) => parent)) return movedText(after);
  if (differ(before, after, ({ row }) => String(row.isOpen))) return endText(after);
  if (differ(before, after, ({ row }) => row.facts.join())) return factsText(after);
  if (differ(before, after, attributeNames)) return 'has other attributes';
  return undefined;
}

function differ(one: readonly Seen[], other: readonly Seen[], by: (seen: Seen) => string): boolean {
  const texts = (seen: readonly Seen[]): string => seen.map(by).toSorted().join('\n');
  return texts(one) !== texts(other);
}

function movedText(after: readonly Seen[]): string {
  const parents = [...new Set(after.map(({ parent }) => parent))];
  const places = parents.map((parent) => (parent === '' ? 'at the top' : `under ${parent}`));
  return `is now ${places.join(' and ')}`;
}

function endText(after: readonly Seen[]): string {
  const open = after.filter(({ row }) => row.isOpen).length;
  if (open === 0) return 'ends now';
  return open === after.length ? 'never ends now' : `never ends in ${open} of ${after.length} now`;
}

function factsText(after: readonly Seen[]): string {
  const facts = [...new Set(after.map(({ row }) => row.facts.join(', ')))];
  const said = facts.filter((fact) => fact !== '');
  return said.length === 0 ? 'is a plain internal span now' : `is now: ${said.join('; ')}`;
}

function attributeNames({ row }: Seen): string {
  const { attributes = [], events = [], links = [] } = row.details ?? {};
  return [
    ...attributes.map(([name]) => name).toSorted(),
    ...events.map(({ name }) => `event ${name}`).toSorted(),
    `${links.length} links`,
  ].join('\n');
}
