import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { junit } from '../../src/format/junit.ts';
import { excused, failed, gradeWith, nasty, passed } from '../fixtures/grades.ts';
import { classText } from '../fixtures/report-text.ts';

test('A suite for each learner’s lesson, a case for each check, points as properties.', async () => {
  expect(await classText(junit, [gradeWith()])).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="Tracelings">
    <testsuite name="ada: 01-first-span" tests="2" failures="1" errors="0" skipped="0" time="0.24" timestamp="2026-11-21T10:00:00">
      <properties>
        <property name="points" value="1"/>
        <property name="max-points" value="3"/>
        <property name="isolation" value="Submissions ran apart from the judge and without a network, by bubblewrap."/>
        <property name="seed" value="7"/>
        <property name="submission" value="bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"/>
        <property name="lesson-version" value="aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"/>
        <property name="grader-version" value="0.1.0+abc"/>
        <property name="points.registered" value="1/1"/>
        <property name="points.ended" value="0/2"/>
      </properties>
      <testcase name="a tracer provider is registered" classname="01-first-span.registered" time="0"/>
      <testcase name="the span is ended" classname="01-first-span.ended" time="0"><failure message="Expected  an ended span" type="not-yet">Expected  an ended span
    Found     one that never ended</failure></testcase>
    </testsuite>
    </testsuites>
    "
  `);
});

test('Each verdict has its own outcome, and the counts agree with them.', async () => {
  const stuck = { ...failed, id: 'stuck', verdict: 'could-not-run', message: '' } as const;
  const text = await classText(junit, [
    gradeWith({ checks: [passed, failed, stuck] }),
    excused({ learner: 'zoe' }),
  ]);
  const elements = elementsIn(text);
  const suites = elements.filter(({ name }) => name === 'testsuite');
  expect(suites.map(({ attributes }) => attributes)).toMatchObject([
    { name: 'ada: 01-first-span', tests: '3', failures: '1', errors: '1', skipped: '0' },
    { name: 'zoe: 01-first-span', tests: '1', failures: '0', errors: '0', skipped: '1' },
  ]);
  const counted = elements.map(({ name }) => name);
  expect(counted.filter((name) => name === 'failure')).toHaveLength(1);
  expect(counted.filter((name) => name === 'error')).toHaveLength(1);
  expect(counted.filter((name) => name === 'skipped')).toHaveLength(1);
});

test('A nasty learner adds no element and ends none.', async () => {
  expect(namesIn(await classText(junit, [nasty]))).toStrictEqual(
    namesIn(await classText(junit, [gradeWith()])),
  );
});

function namesIn(text: string): string[] {
  return elementsIn(text).map(({ name }) => name);
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** By a parser that ends at the first thing that is not well-formed. */
function elementsIn(text: string): Element[] {
  const elements: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  parser.write(text).close();
  return elements;
}
