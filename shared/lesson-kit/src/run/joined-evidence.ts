import type { Evidence } from './evidence.ts';

/** The evidence of several processes of one run, as one. The first bad ending counts for all. */
export function joinEvidence(parts: readonly Evidence[]): Evidence {
  return {
    started: parts.flatMap((part) => part.started),
    ended: parts.flatMap((part) => part.ended),
    exported: parts.flatMap((part) => part.exported),
    open: parts.flatMap((part) => part.open),
    unrecorded: parts.flatMap((part) => part.unrecorded),
    endCalls: parts.flatMap((part) => part.endCalls),
    registrations: parts.flatMap((part) => part.registrations),
    diagnostics: parts.flatMap((part) => part.diagnostics),
    observed: Object.fromEntries(parts.flatMap((part) => Object.entries(part.observed))),
    ...worstEnding(parts),
    moments: parts.flatMap((part) => part.moments),
    handles: parts.flatMap((part) => part.handles),
    output: {
      stdout: parts.map((part) => part.output.stdout).join(''),
      stderr: parts.map((part) => part.output.stderr).join(''),
    },
    leftProcesses: parts.some((part) => part.leftProcesses),
    durationMs: Math.max(0, ...parts.map((part) => part.durationMs)),
  };
}

function worstEnding(parts: readonly Evidence[]): Pick<Evidence, 'ending' | 'service'> {
  const worst =
    parts.find(({ ending }) => ending.kind === 'tampered') ??
    parts.find(({ ending }) => ending.kind !== 'finished');
  return {
    ending: worst?.ending ?? { kind: 'finished' },
    ...(worst?.service !== undefined && { service: worst.service }),
  };
}
