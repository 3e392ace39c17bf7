import {
  absenceRule,
  attributeRules,
  noOtherRule,
  resourceAttributes,
  spanAttributes,
} from './attribute-rules.ts';
import { endedRule, kindRule, scopePartRule } from './basic-rules.ts';
import { eventsRule, noEventRule } from './event-rules.ts';
import type { FieldRule } from './field-rule.ts';
import { linksRule, noLinksRule } from './link-rules.ts';
import type { NameMatcher } from '../shape/matcher.ts';
import { parentRule } from './parent-rule.ts';
import type { ScopeFields, SpanFields } from '../shape/span-fields.ts';
import { statusRules } from './status-rules.ts';

/** All that these fields ask of a span, in the order in which a reader wants to hear of it. */
export function fieldRules(fields: SpanFields): FieldRule[] {
  const rules: FieldRule[] = [];
  if (fields.parent !== undefined) rules.push(parentRule(fields.parent));
  if (fields.kind !== undefined) rules.push(kindRule(fields.kind));
  if (fields.status !== undefined) rules.push(...statusRules(fields.status));
  if (fields.attributes) rules.push(...attributeRules(spanAttributes, fields.attributes));
  rules.push(...onlyRules(fields));
  for (const name of fields.noAttributes ?? []) rules.push(absenceRule(spanAttributes, name));
  rules.push(...eventRules(fields));
  if (fields.links !== undefined) rules.push(linksRule(fields.links));
  if (fields.noLinks !== undefined) rules.push(noLinksRule);
  if (fields.scope !== undefined) rules.push(...scopeRules(fields.scope));
  if (fields.resource) rules.push(...attributeRules(resourceAttributes, fields.resource));
  return rules;
}

/** All that a shape asks of a span by itself. */
export function spanRules(name: FieldRule, fields: SpanFields, isTop: boolean): FieldRule[] {
  const rules = fieldRules(fields);
  if (isTop && fields.parent === undefined) rules.unshift(parentRule('top'));
  rules.unshift(name, endedRule);
  return rules;
}

function onlyRules({ onlyAttributes }: SpanFields): FieldRule[] {
  if (onlyAttributes === undefined) return [];
  return [
    ...attributeRules(spanAttributes, onlyAttributes),
    noOtherRule(spanAttributes, onlyAttributes),
  ];
}

function eventRules({ events, onlyEvents, noEvents }: SpanFields): FieldRule[] {
  const rules = (noEvents ?? []).map((name) => noEventRule(name));
  if (onlyEvents !== undefined) rules.unshift(eventsRule(onlyEvents, true));
  if (events !== undefined) rules.unshift(eventsRule(events, false));
  return rules;
}

function scopeRules(scope: NameMatcher | ScopeFields): FieldRule[] {
  if (typeof scope === 'string' || scope instanceof RegExp) return [scopePartRule('name', scope)];
  return [
    ...(scope.name === undefined ? [] : [scopePartRule('name', scope.name)]),
    ...(scope.version === undefined ? [] : [scopePartRule('version', scope.version)]),
  ];
}
