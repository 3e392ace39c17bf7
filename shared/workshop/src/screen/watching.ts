import { readablePath } from '@tracelings/lesson-kit';
import { failingCheck } from '../lesson/failing-check.ts';
import { type Look, paintLines } from '../look.ts';
import type { Parts } from './fitted.ts';
import { finishedScreen } from './finished.ts';
import { heading } from './heading.ts';
import { hintScreen, isLast, walkthroughOf } from './hint.ts';
import { briefKeyLine, keyLine } from './key-line.ts';
import { detailsScreen } from './report.ts';
import { textInRows } from './rows.ts';
import { starterNewsSentence, starterNewsWithKeys } from './starter-news.ts';
import { workplaceScreen } from './workplace.ts';
import { earlyScreen, failurePart } from './verdict.ts';
import { type Watching, failingOf, isDone } from '../watch/watching.ts';
import { wrap } from './wrap.ts';

/** What is always to be seen stands at both ends; a verdict may be longer than the terminal. */
export function watchingParts(watching: Watching, look: Look): Parts {
  const { lesson, phase, notices, starterChanged } = watching;
  const hint = hintPart(watching, look);
  return {
    head: heading(lesson, look, phase === 'checking' ? 'checking …' : ''),
    blocks: [
      ...notices.map((notice) => paintLines(textInRows(notice, look.columns), 'strong', look)),
      starterChanged ? paintLines(wrap(starterNewsOf(watching), look), 'strong', look) : '',
      ...(phase === 'gone' ? [goneScreen(watching, look)] : judgedBlocks(watching, hint, look)),
    ],
    foot: footWith(keyLine(watching, look), watching, look),
    briefFoot: footWith(briefKeyLine(watching, look), watching, look),
    focus: focusOf(watching, hint, look),
  };
}

function starterNewsOf({ lesson, hasKeys }: Watching): string {
  return hasKeys ? starterNewsWithKeys(lesson) : starterNewsSentence(lesson);
}

function footWith(keys: string, { reply, question }: Watching, look: Look): string {
  const said = reply === undefined ? [] : [paintLines(wrap(reply, look), 'strong', look)];
  if (question === undefined) return [...said, paintLines(keys, 'quiet', look)].join('\n\n');
  const asked = wrap(`${question.text} y yes · any other key no`, look);
  return [...said, paintLines(asked, 'strong', look)].join('\n\n');
}

function focusOf(watching: Watching, hint: string, look: Look): string {
  const { lesson, judged, next, early } = watching;
  if (isDone(watching)) return finishedScreen(lesson, next, look);
  const failing = early ?? (judged && failingCheck(judged.verdict));
  return hint === '' && failing !== undefined ? failurePart(failing, look) : hint;
}

function judgedBlocks(watching: Watching, hint: string, look: Look): string[] {
  const { lesson, judged, next, early } = watching;
  const place = isDone(watching)
    ? finishedScreen(lesson, next, look)
    : workplaceScreen(watching, look);
  if (early !== undefined) return [earlyScreen(lesson, early, look), hint, place];
  return judged === undefined ? [place] : [detailsScreen(judged, look), hint, place];
}

/** A hint for a check that passes by now has done its work. */
function hintPart(watching: Watching, look: Look): string {
  const { lesson, hint } = watching;
  if (hint === undefined || hint.check !== failingOf(watching)) return '';
  const more = isLast(hint)
    ? `That was the last hint. ${walkthroughOf(lesson)} walks through a whole solution.`
    : 'h gives the next one';
  return hintScreen(hint, more, look);
}

function goneScreen({ lesson, hasKeys }: Watching, look: Look): string {
  const fresh = hasKeys
    ? 'x puts a fresh copy of the starter there.'
    : 'For a fresh copy of the starter, quit and run npm start again.';
  const text = `${readablePath(lesson.src)} is not there any more. Put it back and the check goes on. ${fresh}`;
  return wrap(text, look);
}
