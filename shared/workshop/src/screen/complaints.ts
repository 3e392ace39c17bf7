import type { Complaint } from '@tracelings/lesson-kit';
import type { Look } from '../look.ts';

/** What a lesson's author still has to mend, file by file. */
export function complaintsScreen(complaints: readonly Complaint[], look: Look): string {
  return complaints
    .map(({ file, message }) => `${look.paint('bad', `✗ ${file}`)}\n${indented(message)}`)
    .join('\n\n');
}

function indented(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
