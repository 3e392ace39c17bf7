import { palette } from './palette.ts';

/** All of the page's style, in one element: its hash stands in the page's security policy. */
export const style = `
:root { color-scheme: light dark; ${variablesOf('light')} }
@media (prefers-color-scheme: dark) { :root { ${variablesOf('dark')} } }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem; max-width: 75rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
}
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--rule); padding-top: 1rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.notice { padding: .75rem 1rem; background: var(--panel); border-left: .3rem solid var(--rule); }
.notice.trusted { border-color: var(--bad); color: var(--bad); font-weight: 600; }
.wide { overflow-x: auto; }
figure { margin: 0; }
table { border-collapse: collapse; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; }
.class th, .class td { border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
.class th { min-width: 6rem; max-width: 22rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.passed { color: var(--good); }
.not-yet, .could-not-run { color: var(--bad); }
.infra-error { color: var(--unsure); }
.quiet { color: var(--quiet); }
details { margin: .75rem 0; padding: .5rem 1rem; background: var(--panel); }
summary { cursor: pointer; overflow-wrap: anywhere; }
.learner { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.checks { padding-left: 0; list-style: none; }
.checks li { margin: .4rem 0; }
pre, .label, code { font-family: ui-monospace, monospace; font-size: .875rem; }
pre {
  margin: .4rem 0; padding: .75rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere;
  background: var(--paper); color: var(--ink);
}
.waterfall { width: 100%; background: var(--paper); table-layout: fixed; }
.waterfall th, .waterfall td { padding: .1rem .6rem; }
.waterfall .label { width: 50%; white-space: pre; overflow: hidden; text-overflow: ellipsis; }
.waterfall .length { width: 6.5rem; text-align: right; font-variant-numeric: tabular-nums; }
.waterfall .marked { font-weight: 700; }
.waterfall svg { display: block; width: 100%; height: 1rem; overflow: visible; }
.bar { fill: var(--bar); }
.bar.failed { fill: var(--failed); }
.bar.open { fill: none; stroke: var(--bar); stroke-dasharray: 4 3; }
.bar.open.failed { stroke: var(--failed); }
.event { fill: var(--ink); stroke: var(--paper); }
.tick { fill: var(--quiet); font-size: .75rem; }
@media print { details { break-inside: avoid; } }
`;

function variablesOf(scheme: keyof typeof palette): string {
  return Object.entries(palette[scheme])
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}
