import type { NameMatcher } from './matcher.ts';
import { ShapeError } from './shape-error.ts';
import type { SpanFields } from './span-fields.ts';
import { nearestOf } from '../words/near-name.ts';

const known = {
  kind: true,
  status: true,
  attributes: true,
  onlyAttributes: true,
  noAttributes: true,
  events: true,
  onlyEvents: true,
  noEvents: true,
  links: true,
  noLinks: true,
  scope: true,
  resource: true,
  parent: true,
  count: true,
  open: true,
} satisfies Record<keyof SpanFields, true>;

const words: Readonly<Record<string, readonly string[]>> = {
  kind: ['internal', 'server', 'client', 'producer', 'consumer'],
  status: ['unset', 'ok', 'error'],
  parent: ['remote', 'local', 'none'],
};

/** Types are stripped, not checked, when a check runs: a misspelt field must not ask for nothing. */
export function checkFields(name: NameMatcher, fields: SpanFields): void {
  for (const [field, value] of Object.entries(fields)) {
    if (!Object.hasOwn(known, field)) throw unknownField(name, field);
    const allowed = words[field];
    if (allowed && typeof value === 'string' && !allowed.includes(value)) {
      throw invalidWord(name, field, value, allowed);
    }
  }
}

function unknownField(name: NameMatcher, field: string): ShapeError {
  const nearest = nearestOf(field, Object.keys(known));
  const hint = nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
  return new ShapeError(
    'SHAPE_FIELD_UNKNOWN',
    `The shape of \`${String(name)}\` asks for \`${field}\`, which no span has.${hint} ` +
      `The fields are ${Object.keys(known).join(', ')}.`,
  );
}

function invalidWord(
  name: NameMatcher,
  field: string,
  value: string,
  allowed: readonly string[],
): ShapeError {
  return new ShapeError(
    'SHAPE_FIELD_INVALID',
    `The shape of \`${String(name)}\` asks for the ${field} \`${value}\`. ` +
      `It can be ${allowed.join(', ')}.`,
  );
}
