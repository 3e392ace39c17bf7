import type { RunningJaeger } from '@tracelings/jaeger';
import type { Forwarded } from '../lesson/forwarding.ts';
import type { KeptTrace } from '../state/kept-trace.ts';

export function jaegerScreen(running: RunningJaeger): string {
  return `Jaeger runs until Ctrl-C.

Page      ${running.getPageUrl()}
Send to   ${running.getOtlpTracesUrl()}

Whatever is checked in another terminal is sent here too, with a link for each run.
`;
}

/** A link for each trace of a run. Spans that never ended are counted: nothing would send them. */
export function forwardedScreen(
  { subject, shown }: KeptTrace,
  { traceIds, heldBack }: Forwarded,
  running: RunningJaeger,
): string {
  const spans = heldBack === 1 ? '1 span that never ended' : `${heldBack} spans that never ended`;
  return [
    `${subject} · run "${shown}"`,
    ...traceIds.map((traceId) => `  ${running.getPageUrl(traceId)}`),
    ...(traceIds.length === 0 ? ['  no span that has ended, so there is nothing to see'] : []),
    ...(heldBack === 0 ? [] : [`  without ${spans}, as no program could send one`]),
  ].join('\n');
}
