import { nameWanted } from '../rules/basic-rules.ts';
import { wantedText } from '../rules/value.ts';
import type { AttributeMatchers, NameMatcher } from '../shape/matcher.ts';
import { listed, quoted } from '../words/phrase.ts';
import { fieldsOf, type SpanQuery, type SpanQueryFields } from './span-query.ts';

/** "span `charge card` with kind client and status error". */
export function queryText(query: SpanQuery): string {
  const fields = fieldsOf(query);
  const phrases = fieldPhrases(fields);
  const name = fields.name === undefined ? 'span' : `span ${nameWanted(fields.name)}`;
  return phrases.length === 0 ? name : `${name} with ${listed(phrases)}`;
}

function fieldPhrases(fields: SpanQueryFields): string[] {
  const { kind, status, onlyAttributes } = fields;
  return [
    ...(kind === undefined ? [] : [`kind ${kind}`]),
    ...(status === undefined
      ? []
      : [`status ${typeof status === 'string' ? status : status.code}`]),
    ...attributePhrases({ ...fields.attributes, ...onlyAttributes }),
    ...(onlyAttributes === undefined ? [] : ['no other attributes']),
    ...(fields.noAttributes ?? []).map((name) => `no attribute ${nameWanted(name)}`),
    ...[...(fields.events ?? []), ...(fields.onlyEvents ?? [])].map(
      ({ name }) => `an event ${nameWanted(name)}`,
    ),
    ...(fields.noEvents ?? []).map((name) => `no event ${nameWanted(name)}`),
    ...placePhrases(fields),
  ];
}

function placePhrases({ links, noLinks, scope, resource, parent }: SpanQueryFields): string[] {
  return [
    ...(links === undefined ? [] : [links.length === 1 ? 'a link' : `${links.length} links`]),
    ...(noLinks === undefined ? [] : ['no links']),
    ...(scope === undefined ? [] : [`scope ${scopeText(scope)}`]),
    ...attributePhrases(resource ?? {}).map((phrase) => `resource ${phrase}`),
    ...(parent === undefined ? [] : [parent === 'none' ? 'no parent' : `a ${parent} parent`]),
  ];
}

function attributePhrases(wanted: AttributeMatchers): string[] {
  return Object.entries(wanted).map(([name, matcher]) => quoted(name) + wantedText(matcher));
}

function scopeText(scope: NonNullable<SpanQueryFields['scope']>): string {
  if (typeof scope === 'string' || scope instanceof RegExp) return nameWanted(scope);
  const parts = [scope.name, scope.version].filter((part) => part !== undefined);
  return parts.map((part: NameMatcher) => nameWanted(part)).join(' ');
}
