import { palette } from './palette.ts';
import { waterfallStyle } from './waterfall-style.ts';

/** All of the page's style, in one element: its hash stands in the page's security policy. */
export const style = `
:root {
  color-scheme: light dark; ${variablesOf('light')}
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) { :root { ${variablesOf('dark')} } }
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 0.9375rem/1.6 Inter, ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
}
main { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 76rem; }
h1, h2, h3 { margin: 0; line-height: 1.25; font-weight: 650; letter-spacing: -0.012em; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; letter-spacing: -0.022em; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
h3 { font-size: .9375rem; }
p, ul, ol, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--link); text-underline-offset: .2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: .25rem; }
:target { scroll-margin-top: 4rem; }
svg { display: block; }
.quiet { color: var(--quiet); font-weight: 400; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.passed { color: var(--good); }
.not-yet, .infra-error { color: var(--unsure); }
.could-not-run { color: var(--bad); }
.notice { margin-top: 1rem; padding: .6rem 1rem; border-left: .25rem solid var(--good); border-radius: .25rem; background: var(--card); }
.notice.trusted { border-color: var(--bad); background: var(--bad-wash); color: var(--bad); font-weight: 600; }
.card, .lessons > li { border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
.wide { position: relative; overflow-x: auto; }

.lessons { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); gap: 1rem; }
.lessons > li { padding: 1rem 1.25rem; }
.share { width: 100%; height: .5rem; margin: .6rem 0 .4rem; }
.share rect { stroke: var(--card); stroke-width: 2; }
.share .passed, .meter .passed { fill: var(--good); }
.share .not-yet, .share .infra-error, .meter .not-yet { fill: var(--partly); }
.share .could-not-run, .meter .could-not-run { fill: var(--bad); }
.rest { fill: var(--line); }
.stops { margin-top: .75rem; padding-top: .6rem; border-top: 1px solid var(--line); }
.stops li { display: flex; gap: .75rem; justify-content: space-between; padding: .15rem 0; }
.stops summary { padding: .15rem 0; color: var(--quiet); }

.class { width: 100%; border-collapse: collapse; }
.class th, .class td { padding: .5rem .9rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: middle; }
.class tr:last-child > * { border-bottom: 0; }
.class thead th { vertical-align: bottom; font-size: .8125rem; font-weight: 600; }
.class th:first-child { position: sticky; left: 0; min-width: 7rem; max-width: 16rem; background: var(--card); overflow-wrap: anywhere; }
.class tbody th { font-weight: 600; }
.class .number { text-align: right; }
.cell { display: inline-block; min-width: 4.5rem; color: inherit; text-decoration: none; white-space: nowrap; font-variant-numeric: tabular-nums; }
.cell:hover { text-decoration: underline; }
.meter { width: 4.5rem; height: .25rem; margin-top: .15rem; }
.key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 0 0 .75rem; font-size: .8125rem; }

.learner { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.who { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; justify-content: space-between; }
.who a { font-size: .8125rem; }
.learner details { border-top: 1px solid var(--line); }
.learner details:first-child { border-top: 0; }
.learner summary { padding: .7rem 1.25rem; overflow-wrap: anywhere; }
.learner details > div { padding: 0 1.25rem 1.25rem; }
summary { cursor: pointer; }
summary strong { font-weight: 600; }
.checks li { position: relative; display: grid; grid-template-columns: 1rem minmax(0, 1fr) auto; gap: 0 .6rem; padding: .3rem 0; }
.checks pre { grid-column: 2 / -1; }
pre {
  margin: .35rem 0 .5rem; padding: .75rem 1rem; border-radius: .5rem; background: var(--sunken);
  font: .8125rem/1.6 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere;
}
pre b { font-weight: 650; color: var(--link); }
figure { margin-top: 1rem; }
figcaption { margin-bottom: .4rem; font-weight: 600; }
.about { margin-top: 1rem; font-size: .8125rem; overflow-wrap: anywhere; }
${waterfallStyle}
@media print {
  main { max-width: none; padding: 0; }
  .learner details { break-inside: avoid-page; }
  details::details-content { content-visibility: visible; height: auto; }
}
`;

function variablesOf(scheme: keyof typeof palette): string {
  return Object.entries(palette[scheme])
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');
}
