import { toOtlp } from '@tracelings/trace-shape';
import { hash } from 'node:crypto';
import { parse } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Grade } from '../../src/grade.ts';
import { readGrade } from '../../src/grade/grade-reader.ts';
import { classPage } from '../../src/page/class-page.ts';
import { visibleName } from '../../src/format/visible.ts';
import {
  excused,
  failed,
  gradeWith,
  nasty,
  nastyText,
  passed,
  spanWith,
} from '../fixtures/grades.ts';
import { attributeOf, elementsOf, textOf } from '../fixtures/html-tree.ts';
import { classText } from '../fixtures/report-text.ts';

type Element = ReturnType<typeof elementsOf>[number];

const finished = gradeWith({ learner: 'zoe', checks: [passed] });

describe('a class of three', () => {
  let page: Page;
  beforeAll(async () => {
    page = await pageOf([
      gradeWith(),
      gradeWith({ lesson: '02-nested-spans' }),
      gradeWith({ learner: 'bob' }),
      finished,
    ]);
  });

  test('the table says who is where, and what was not handed in', () => {
    const [table] = page.named('table');
    expect(rowsOf(table)).toStrictEqual([
      ['Learner', 'Points', '01-first-span', '02-nested-spans'],
      ['ada', '2', '○not yet 1/3', '○not yet 1/3'],
      ['bob', '1', '○not yet 1/3', '–not handed in'],
      ['zoe', '1', '✓passed 1/1', '–not handed in'],
    ]);
  });

  test('the check that stops most comes with how many it stops', () => {
    expect(page.cards).toStrictEqual([
      '01-first-span 1 passed, 2 not yet the span is ended 2 of 3',
      '02-nested-spans 1 not yet, 2 not handed in the span is ended 1 of 1',
    ]);
  });

  test('every link leads to a place on the page', () => {
    const ids = new Set(page.all.map((element) => attributeOf(element, 'id')));
    const targets = page.named('a').map((link) => attributeOf(link, 'href') ?? '');
    expect(targets).toHaveLength(10);
    expect(targets.filter((target) => !ids.has(target.slice(1)))).toStrictEqual([]);
  });

  test('each learner has their message', () => {
    expect(page.named('pre').map(textOf)).toStrictEqual([
      failed.message,
      failed.message,
      failed.message,
    ]);
  });
});

describe('what the page may do', () => {
  test('its policy forbids everything but its own style, whose hash it names', async () => {
    const page = await pageOf([gradeWith()]);
    const [policy] = page
      .named('meta')
      .flatMap((meta) =>
        attributeOf(meta, 'http-equiv') === 'Content-Security-Policy'
          ? [attributeOf(meta, 'content')]
          : [],
      );
    const [style] = page.named('style');
    const hashed = hash('sha256', style ? textOf(style) : '', 'base64');
    expect(policy).toBe(
      `default-src 'none'; style-src 'sha256-${hashed}'; base-uri 'none'; form-action 'none'`,
    );
  });

  test('a nasty learner brings no element and no attribute of their own', async () => {
    const [hostile, plain] = await Promise.all([pageOf([nasty]), pageOf([harmless()])]);
    expect(hostile.shape).toStrictEqual(plain.shape);
    expect(hostile.named('script')).toStrictEqual([]);
  });

  test('no attribute runs, styles or loads anything', async () => {
    const page = await pageOf([nasty, gradeWith(), finished]);
    const attributes = page.all.flatMap((element) => element.attrs);
    const suspicious = attributes.filter(
      ({ name, value }) =>
        /^(on.*|style|src|srcset|action|formaction|xlink:href)$/.test(name) ||
        (name === 'href' && !value.startsWith('#')),
    );
    expect(suspicious).toStrictEqual([]);
  });

  test('nothing in it is invisible', async () => {
    expect((await classText(classPage, [nasty])).match(/[^\P{C}\n]/gu)).toBeNull();
  });
});

describe('the trace beside the message', () => {
  /*
   * POST /orders        0 to 10 ms
   * ├─ reserve          2 to 4 ms, failed     ← the check speaks of it
   * └─ notify           5 ms, never ended
   */
  test('rows, bars and lengths tell what happened', async () => {
    const root = spanWith({ spanId: '1'.repeat(16), name: 'POST /orders', endTime: 10_000_000n });
    const parent = { spanId: root.spanId };
    const reserve = spanWith({
      spanId: '2'.repeat(16),
      name: 'reserve',
      parent,
      startTime: 2_000_000n,
      endTime: 4_000_000n,
      status: { code: 'error', message: 'sold out' },
    });
    const notify = spanWith({
      spanId: '4'.repeat(16),
      name: 'notify',
      parent,
      startTime: 5_000_000n,
    });
    const trace = {
      scenario: 'order',
      otlp: toOtlp([root, reserve, notify]),
      spansLeftOut: 0,
      failing: { traceId: reserve.traceId, spanId: reserve.spanId },
    };
    const page = await pageOf([gradeWith({ trace })]);
    expect(rowsOf(page.named('table').at(-1))).toStrictEqual([
      ['Span', 'When', 'Took'],
      ['', '05 ms10 ms', ''],
      ['POST /orders', '', '10 ms'],
      ['├ ▶ reserve · error: sold out', '', '2 ms'],
      ['└ notify · never ended', '', 'never ended'],
    ]);
    expect(page.bars.map((bar) => bar.attrs.map(({ value }) => value).join(' '))).toStrictEqual([
      'bar s0 2 0.00% 3 100.00% 10',
      'bar s0 failed 2 20.00% 3 20.00% 10',
      'bar s0 open 2 50.00% 3 50.00% 10',
    ]);
  });

  test('several services are told apart, in words and in colour', async () => {
    const services = ['gateway', 'bank', 'gateway'];
    const spans = services.map((service, index) =>
      spanWith({
        spanId: String(index + 1).repeat(16),
        startTime: BigInt(index),
        endTime: 10n,
        resource: { 'service.name': service },
      }),
    );
    const trace = { scenario: 'order', otlp: toOtlp(spans), spansLeftOut: 0 };
    const page = await pageOf([gradeWith({ trace })]);
    expect(page.bars.map((bar) => attributeOf(bar, 'class'))).toStrictEqual([
      'bar s0',
      'bar s1',
      'bar s0',
    ]);
    expect(page.text).toContain('work · in bank');
  });

  test('a span of no length at the very end is still a bar on the page', async () => {
    const root = spanWith({ endTime: 10n });
    const late = spanWith({ spanId: '5'.repeat(16), startTime: 10n, endTime: 10n });
    const otlp = toOtlp([root, late]);
    const page = await pageOf([gradeWith({ trace: { scenario: 'order', otlp, spansLeftOut: 0 } })]);
    expect(page.bars.map((bar) => attributeOf(bar, 'x'))).toStrictEqual(['0.00%', '99.60%']);
  });

  test('what is no trace is said to be none, and the page goes on', async () => {
    const text = JSON.stringify(nasty).replaceAll(
      '"startTimeUnixNano":"0"',
      '"startTimeUnixNano":"never"',
    );
    const { trace: noTrace } = gradeIn(text);
    const page = await pageOf([gradeWith(noTrace && { trace: noTrace }), finished]);
    expect(page.text).toContain('Its trace cannot be drawn.');
    expect(page.text).toContain('zoe: 1 of 1 point');
  });
});

test('Trust is stated where nobody can miss it, and with each grade.', async () => {
  const page = await pageOf([gradeWith({ isolation: 'none' })]);
  const notices = page.named('p').filter((each) => textOf(each).startsWith('Trusted (--trust)'));
  expect(notices.map((each) => attributeOf(each, 'class'))).toStrictEqual([
    'notice trusted',
    'quiet about',
  ]);
});

test('A failure of the grader stops nobody, and shows no points.', async () => {
  const page = await pageOf([excused()]);
  expect(page.cards).toStrictEqual([
    '01-first-span 1 grader failed Nothing: every check that was asked passes.',
  ]);
  expect(rowsOf(page.named('table')[0])[1]?.at(-1)).toBe('?grader failed');
});

test('A learner without a name can be found.', async () => {
  const page = await pageOf([gradeWith({ learner: '' })]);
  expect(page.named('h2').map(textOf)).toContain('(no name): 1 of 3 points');
});

test('The nastiest name is shown as it is.', async () => {
  const page = await pageOf([nasty]);
  expect(page.text).toContain(`${visibleName(nastyText)}: 1 of 3 points`);
});

interface Page {
  readonly all: readonly Element[];
  readonly text: string;
  /** Tags and names of attributes, without any value. */
  readonly shape: readonly string[];
  /** The lessons' cards, as one reads them. */
  readonly cards: readonly string[];
  /** Of the traces. */
  readonly bars: readonly Element[];
  named(tag: string): Element[];
}

async function pageOf(grades: readonly Grade[]): Promise<Page> {
  const tree = parse(await classText(classPage, grades));
  const all = elementsOf(tree);
  const within = (name: string, tag: string): Element[] =>
    all
      .filter((element) => attributeOf(element, 'class') === name)
      .flatMap((element) => elementsOf(element).filter(({ tagName }) => tagName === tag));
  return {
    all,
    cards: within('lessons', 'li')
      .filter((item) => elementsOf(item).some(({ tagName }) => tagName === 'h3'))
      .map((item) => textOf(item).replaceAll(/\s+/g, ' ').trim()),
    bars: within('waterfall', 'rect'),
    text: textOf(tree),
    shape: all.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' ')),
    named: (tag) => all.filter(({ tagName }) => tagName === tag),
  };
}

function rowsOf(table: Element | undefined): string[][] {
  if (table === undefined) throw new Error('There is no such table.');
  return elementsOf(table)
    .filter(({ tagName }) => tagName === 'tr')
    .map((row) =>
      elementsOf(row)
        .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
        .map((cell) => textOf(cell).trim()),
    );
}

/** The nasty learner’s grade with harmless names. */
function harmless(): Grade {
  return gradeIn(JSON.stringify(nasty).replaceAll(JSON.stringify(nastyText), '"plain"'));
}

function gradeIn(text: string): Grade {
  const grade = readGrade(text);
  if (grade === undefined) throw new Error(`No grade is written here: ${text}`);
  return grade;
}
