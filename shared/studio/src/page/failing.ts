import { type ComponentChild, h } from 'preact';
import type { CheckSnapshot, VerdictWord } from '../snapshot.ts';
import type { ExplanationState, WatchedState } from '../state/page-state.ts';
import type { Act } from './act.ts';
import { checkMarks } from './check-marks.ts';
import { ExpectedTree } from './expected-tree.ts';
import { HintBox } from './hint-box.ts';
import { inlineCode } from './inline-code.ts';

interface FailingProps {
  readonly watched: WatchedState;
  readonly act: Act;
}

/** The first check that does not pass, in full. */
export function Failing({ watched, act }: FailingProps): ComponentChild {
  const { verdict, early, hints } = watched;
  const judged = verdict?.checks.find((each) => each.verdict !== 'passed');
  const check = early ?? judged;
  if (check === undefined) return null;
  // The explanation is the verdict's; the same message once more has the same one.
  const explanation = check.message === judged?.message ? verdict?.explanation : undefined;
  const own = hints?.check === check.id ? hints : undefined;
  return h(
    'section',
    { class: `failing card is-${check.verdict}`, 'aria-labelledby': 'failing-title' },
    h(
      'h2',
      { id: 'failing-title' },
      h('span', { class: 'sign', 'aria-hidden': 'true' }, checkMarks[check.verdict].sign),
      heading(check),
    ),
    explanation ? h(Explained, { explanation }) : h(Message, { check }),
    check.verdict === 'not-yet' && h(HintBox, { hints: own, act }),
  );
}

/** Where nothing could be asked, the first check is not to blame. */
const obstacles: Partial<Record<VerdictWord, string>> = {
  'could-not-run': 'What stopped it',
  'environment-missing': 'What is missing',
};

function heading({ title, verdict }: CheckSnapshot): ComponentChild[] {
  const obstacle = obstacles[verdict];
  if (obstacle !== undefined) return [h('span', null, obstacle)];
  return [
    h('span', null, inlineCode(title)),
    h('span', { class: 'spoken' }, ` ${checkMarks[verdict].word}`),
  ];
}

function Message({ check: { message } }: { readonly check: CheckSnapshot }): ComponentChild {
  return h('p', { class: 'message' }, inlineCode(message));
}

function Explained({ explanation }: { readonly explanation: ExplanationState }): ComponentChild {
  const { sought, found, because, next, tree, drawing } = explanation;
  const hasTree = tree !== undefined || drawing !== undefined;
  return h(
    'div',
    { class: hasTree ? 'explained has-tree' : 'explained' },
    h(
      'dl',
      null,
      ...part('Expected', sought),
      ...part('Found', found),
      ...part('Perhaps', because),
      ...part('Next', next),
    ),
    hasTree && h(Meant, { tree, drawing }),
  );
}

function part(label: string, text: string | undefined): ComponentChild[] {
  if (text === undefined) return [];
  return [h('dt', null, label), h('dd', null, inlineCode(text))];
}

type MeantProps = {
  readonly tree: ExplanationState['tree'] | undefined;
  readonly drawing: string | undefined;
};

function Meant({ tree, drawing }: MeantProps): ComponentChild {
  return h(
    'figure',
    { class: 'meant' },
    h('figcaption', { class: 'label' }, 'The trace that is meant'),
    tree ? h(ExpectedTree, { spans: tree }) : h('pre', { tabIndex: 0 }, drawing),
  );
}
