import { assign } from '../matching/assignment.ts';
import { readAttribute } from './attribute-rules.ts';
import { nameWanted } from './basic-rules.ts';
import type { EventShape } from '../shape/event-shape.ts';
import { identityOf, identityOfAll, type FieldDifference, type FieldRule } from './field-rule.ts';
import type { AttributeMatchers, NameMatcher } from '../shape/matcher.ts';
import { listed, listedNames, quoted } from '../words/phrase.ts';
import type { Attributes, Span, SpanEvent } from '../span.ts';
import { nameMatches, valueMatches, valueText, wantedText } from './value.ts';

export function eventsRule(shapes: readonly EventShape[], only: boolean): FieldRule {
  return {
    field: 'events',
    identity: `${only ? 'only ' : ''}${JSON.stringify(shapes.map(eventIdentity))}`,
    passes: (span) => {
      const { lacking, extra } = pairEvents(span.events, shapes);
      return lacking === undefined && (!only || extra.length === 0);
    },
    explain: (span) => explainEvents(span, shapes),
  };
}

export function noEventRule(unwanted: NameMatcher): FieldRule {
  const culprit = (span: Span) => span.events.find(({ name }) => nameMatches(name, unwanted));
  return {
    field: `no event ${String(unwanted)}`,
    identity: identityOf(unwanted),
    passes: (span) => culprit(span) === undefined,
    explain: (span) => ({
      wanted: `no event ${nameWanted(unwanted)}`,
      had: `the event ${eventText(culprit(span), {})}`,
    }),
  };
}

export function attributesMatch(attributes: Attributes, wanted: AttributeMatchers): boolean {
  return Object.entries(wanted).every(([name, matcher]) =>
    valueMatches(readAttribute(attributes, name), matcher),
  );
}

export function attributesWanted(wanted: AttributeMatchers): string {
  const phrases = Object.entries(wanted).map(
    ([name, matcher]) => quoted(name) + wantedText(matcher),
  );
  return phrases.length === 0 ? '' : ` with ${listed(phrases)}`;
}

function eventIdentity({ name, attributes }: EventShape): string[] {
  return [typeof name, String(name), identityOfAll(attributes)];
}

function pairEvents(events: readonly SpanEvent[], shapes: readonly EventShape[]) {
  const indexes = [...shapes.keys()];
  const supplies = events.map((event) => ({
    size: 1,
    fits: indexes.filter((index) => fits(event, shapes[index])),
  }));
  const { taken, left } = assign(
    supplies,
    shapes.map(() => ({ min: 1, max: 1 })),
  );
  return {
    lacking: shapes.find((_, index) => taken[index] === 0),
    extra: events.filter((_, index) => left[index] !== 0),
  };
}

function fits(event: SpanEvent, shape: EventShape | undefined): boolean {
  if (!shape || !nameMatches(event.name, shape.name)) return false;
  return attributesMatch(event.attributes, shape.attributes);
}

function explainEvents(span: Span, shapes: readonly EventShape[]): FieldDifference {
  const { lacking, extra } = pairEvents(span.events, shapes);
  if (!lacking) {
    const besides = shapes.length === 0 ? 'no events' : 'no other events';
    return { wanted: besides, had: `the event ${eventText(extra[0], {})}` };
  }
  const isException = lacking.name === 'exception';
  const namesake = extra.find(({ name }) => nameMatches(name, lacking.name));
  return {
    wanted: `an event ${nameWanted(lacking.name)}${attributesWanted(lacking.attributes)}`,
    had: namesake ? `the event ${eventText(namesake, lacking.attributes)}` : eventsHad(span),
    next: namesake ? undefined : adviceFor(isException),
  };
}

function eventsHad(span: Span): string {
  if (span.events.length === 0) return 'no events';
  return `these events: ${listedNames(span.events.map(({ name }) => name))}`;
}

function adviceFor(isException: boolean): string {
  return isException
    ? 'call span.recordException(error) where the error is caught, before the span ends'
    : 'call span.addEvent(name, attributes) before the span ends';
}

function eventText(event: SpanEvent | undefined, asked: AttributeMatchers): string {
  if (!event) return '';
  const said = Object.keys(asked).map((name) => {
    const value = readAttribute(event.attributes, name);
    return value === undefined ? `no ${quoted(name)}` : `${quoted(name)} = ${valueText(value)}`;
  });
  return said.length === 0 ? quoted(event.name) : `${quoted(event.name)} with ${listed(said)}`;
}
