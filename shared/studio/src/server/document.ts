import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { App } from '../page/app.ts';
import type { PageState } from '../state/page-state.ts';
import type { Assets } from './assets.ts';

/** The page with everything that the state says already in it, so that it can be read at once. */
export function documentOf(state: PageState, assets: Assets): string {
  const preloads = assets.modules.map((url) => `<link rel="modulepreload" href="${url}">`);
  const { earlyInput, loadAgain } = assets.inlineScripts;
  const app = renderToString(h(App, { state, connection: 'live', act: () => {} }));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Tracelings</title>
<link rel="icon" href="${assets.url('icon.svg')}">
<link rel="stylesheet" href="${assets.url('studio.css')}">
<script type="importmap">${assets.importMap}</script>
<script>${earlyInput}</script>
<script type="module">${loadAgain}</script>
${preloads.join('\n')}
</head>
<body>
<div id="app">${app}</div>
<script type="application/json" id="state">${inScript(state)}</script>
<script type="module" src="${assets.url('main.ts')}"></script>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in, whatever texts are in it. */
function inScript(state: PageState): string {
  return JSON.stringify(state).replaceAll('<', '\\u003c');
}
