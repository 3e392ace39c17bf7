import { expect, test } from 'vitest';
import { examineEditor } from '../../src/doctor/editor.ts';

test.for([
  [
    { DISPLAY: ':0', EDITOR: 'vim' },
    'o opens the page with xdg-open, or in vim where there is none.',
  ],
  [{ BROWSER: 'firefox' }, 'o opens the page with firefox.'],
  [{ BROWSER: 'none', EDITOR: 'vi' }, 'o opens the lesson in vi.'],
  [{ BROWSER: 'none', VISUAL: 'code --wait', EDITOR: 'vi' }, 'o opens the lesson in code --wait.'],
  [
    { DISPLAY: ':0', SSH_CONNECTION: 'there', TERM_PROGRAM: 'vscode' },
    'o opens the lesson in code.',
  ],
] as const)('With %j in the environment it says: %s', ([env, found]) => {
  expect(examineEditor(env, 'linux')).toStrictEqual({ about: 'Editor', state: 'good', found });
});

test('The vi that npm names where nobody has named an editor is none.', () => {
  const ofNpm = { EDITOR: 'vi', npm_lifecycle_event: 'start' };
  expect(examineEditor(ofNpm, 'linux').found).toContain('no editor is named');
  expect(examineEditor({ ...ofNpm, VISUAL: 'vi' }, 'linux').found).toContain('in vi.');
  expect(examineEditor({ ...ofNpm, EDITOR: 'nano' }, 'linux').found).toContain('in nano.');
});

test('Where neither is to be had, it says what o does instead, and how to name an editor.', () => {
  expect(examineEditor({ VISUAL: '' }, 'linux')).toMatchInlineSnapshot(`
    {
      "about": "Editor",
      "found": "No browser can be opened from here, and no editor is named, so o shows the lesson here.",
      "mend": "Name yours in VISUAL or EDITOR, such as: export EDITOR=nano. Any editor will do to work in.",
      "state": "lacking",
    }
  `);
});

test.for([
  ['darwin', {}, 'open'],
  ['linux', { WSL_DISTRO_NAME: 'Ubuntu' }, 'explorer.exe'],
] as const)('On %s with %j a browser is opened by %s', ([platform, env, program]) => {
  expect(examineEditor(env, platform).found).toBe(`o opens the page with ${program}.`);
});
