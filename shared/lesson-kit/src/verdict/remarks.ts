import type { Evidence } from '../run/evidence.ts';
import { endingSentence } from './ending-sentence.ts';

/**
 * What a person should know about a run besides its verdict: how it left early, what it left open,
 * what OpenTelemetry complained of. Sentences of plain text, none of which changes the verdict.
 *
 * @example
 * ```ts
 * for (const { evidence } of judgement.runs.values()) {
 *   console.log(remarksOf(evidence, 'main.ts').join('\n'));
 * }
 * ```
 */
export function remarksOf(evidence: Evidence, entry: string): string[] {
  return [
    ...(evidence.ending.kind === 'exited' ? [endingSentence(evidence, entry)] : []),
    ...(evidence.leftProcesses
      ? ['The program had started another process and left it running; it was ended.']
      : []),
    ...(evidence.handles.length > 0 ? [handlesRemark(evidence.handles)] : []),
    ...evidence.diagnostics
      .filter(({ level }) => level === 'error' || level === 'warn')
      .map(({ level, message }) => `OpenTelemetry says (${level}): ${message}`),
  ];
}

function handlesRemark(handles: readonly string[]): string {
  const kinds = [...new Set(handles)].join(', ');
  return `When its work was done, something still held the program open: ${kinds}.`;
}
