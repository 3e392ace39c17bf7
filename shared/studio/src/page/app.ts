import { type ComponentChild, h } from 'preact';
import type { PageState, WatchedState } from '../state/page-state.ts';
import type { Act, Connection } from './act.ts';
import { Checks } from './checks.ts';
import { Failing } from './failing.ts';
import { Header } from './header.ts';
import { Output } from './output.ts';
import { RoomView } from './room-view.ts';
import { Story } from './story.ts';
import { Summary } from './summary.ts';
import { TracePanel } from './trace-panel.ts';

interface AppProps {
  readonly state: PageState;
  readonly connection: Connection;
  readonly act: Act;
}

/** The whole page, as a function of its state. */
export function App({ state, connection, act }: AppProps): ComponentChild {
  const { watched, room } = state;
  return h(
    'div',
    { class: 'page' },
    watched && h('a', { class: 'skip', href: '#trace' }, 'Skip to the trace'),
    h(Header, { watched, act }),
    h(ConnectionNote, { connection, command: room ? 'npm run studio' : 'npm start' }),
    h(Content, { state, act }),
  );
}

function Content({
  state: { watched, room },
  act,
}: Pick<AppProps, 'state' | 'act'>): ComponentChild {
  if (room) return h(RoomView, { room });
  return watched ? h(Desk, { watched, act }) : h(Waiting, null);
}

interface ConnectionNoteProps extends Pick<AppProps, 'connection'> {
  readonly command: string;
}

function ConnectionNote({ connection, command }: ConnectionNoteProps): ComponentChild {
  const text =
    connection === 'lost'
      ? `The connection to the command is lost. This page comes back by itself as soon as ${command} runs again.`
      : '';
  return h('div', { class: 'connection', role: 'status', 'data-connection': connection }, text);
}

function Waiting(): ComponentChild {
  return h('main', { class: 'waiting' }, h('h1', null, 'Opening the lesson …'));
}

interface DeskProps {
  readonly watched: WatchedState;
  readonly act: Act;
}

function Desk({ watched, act }: DeskProps): ComponentChild {
  const { verdict, phase } = watched;
  return h(
    'main',
    { class: 'desk' },
    h(Story, { watched, act }),
    h(
      'div',
      { class: 'work' },
      h(Summary, { watched, act }),
      h(Failing, { watched, act }),
      h(TracePanel, { watched, key: watched.lesson.id }),
      verdict && h(Checks, { verdict, isStale: phase === 'checking' }),
      h(Output, { watched }),
    ),
  );
}
