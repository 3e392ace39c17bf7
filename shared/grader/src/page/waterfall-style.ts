/** How a trace looks: the tree on the left, bars beside it. */
export const waterfallStyle = `
.waterfall { width: 100%; min-width: 36rem; border: 1px solid var(--line); border-radius: .5rem; border-spacing: 0; background: var(--card); table-layout: fixed; }
.waterfall th, .waterfall td { padding: .15rem .75rem; text-align: left; }
.waterfall thead th { border-bottom: 1px solid var(--line); color: var(--quiet); font-size: .8125rem; font-weight: 400; }
.waterfall .label { width: 48%; overflow: hidden; text-overflow: ellipsis; white-space: pre; font: .8125rem/1.6 var(--mono); }
.waterfall .length { width: 7rem; text-align: right; color: var(--quiet); font-variant-numeric: tabular-nums; font-size: .875rem; }
.waterfall .marked { background: var(--unsure-wash); font-weight: 700; }
.waterfall svg { width: 100%; height: 1.1rem; overflow: visible; }
.s0 { fill: var(--service-0); stroke: var(--service-0); }
.s1 { fill: var(--service-1); stroke: var(--service-1); }
.s2 { fill: var(--service-2); stroke: var(--service-2); }
.s3 { fill: var(--service-3); stroke: var(--service-3); }
.bar { stroke: none; }
.bar.failed { fill: var(--bad); }
.bar.open { fill: none; stroke: var(--rule); stroke-dasharray: 4 3; }
.bar.open.failed { stroke: var(--bad); }
.event { fill: var(--ink); stroke: var(--card); }
.tick { fill: var(--quiet); font-size: .75rem; }
`;
