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
  return [
    ...(fields.parent === undefined ? [] : [parentRule(fields.parent)]),
    ...(fields.kind === undefined ? [] : [kindRule(fields.kind)]),
    ...(fields.status === undefined ? [] : statusRules(fields.status)),
    ...attributeRules(spanAttributes, fields.attributes ?? {}),
    ...onlyRules(fields),
    ...(fields.noAttributes ?? []).map((name) => absenceRule(spanAttributes, name)),
    ...eventRules(fields),
    ...(fields.links === undefined ? [] : [linksRule(fields.links)]),
    ...(fields.noLinks === undefined ? [] : [noLinksRule]),
    ...(fields.scope === undefined ? [] : scopeRules(fields.scope)),
    ...attributeRules(resourceAttributes, fields.resource ?? {}),
  ];
}

/** All that a shape asks of a span by itself. */
export function spanRules(name: FieldRule, fields: SpanFields, isTop: boolean): FieldRule[] {
  const topRules = isTop && fields.parent === undefined ? [parentRule('top')] : [];
  return [name, endedRule, ...topRules, ...fieldRules(fields)];
}

function onlyRules({ onlyAttributes }: SpanFields): FieldRule[] {
  if (onlyAttributes === undefined) return [];
  return [
    ...attributeRules(spanAttributes, onlyAttributes),
    noOtherRule(spanAttributes, onlyAttributes),
  ];
}

function eventRules({ events, onlyEvents, noEvents }: SpanFields): FieldRule[] {
  return [
    ...(events === undefined ? [] : [eventsRule(events, false)]),
    ...(onlyEvents === undefined ? [] : [eventsRule(onlyEvents, true)]),
    ...(noEvents ?? []).map((name) => noEventRule(name)),
  ];
}

function scopeRules(scope: NameMatcher | ScopeFields): FieldRule[] {
  if (typeof scope === 'string' || scope instanceof RegExp) return [scopePartRule('name', scope)];
  return [
    ...(scope.name === undefined ? [] : [scopePartRule('name', scope.name)]),
    ...(scope.version === undefined ? [] : [scopePartRule('version', scope.version)]),
  ];
}
