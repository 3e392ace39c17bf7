/** What every line of evidence begins with, in characters; then its number, a space, and JSON. */
export const SEAL_LENGTH = 32;

/**
 * The lines that the recorder wrote, each sealed and in its order, without their seals. A subject
 * can write into the evidence and cannot know the seal, so that lines of its own, and whatever it
 * wrote to spoil one of ours, show.
 *
 * @returns the lines, and whether anything else was among them. A last line that was cut short is
 * how a kill looks, and no tampering.
 */
export function sealedLines(
  text: string,
  seal: string,
): { readonly lines: readonly string[]; readonly isBroken: boolean } {
  const written = text.split('\n');
  const isWhole = written.pop() === '';
  const lines: string[] = [];
  for (const [index, line] of written.entries()) {
    const start = `${seal}${index} `;
    if (!line.startsWith(start)) {
      return { lines, isBroken: true };
    }
    lines.push(line.slice(start.length));
  }
  return { lines, isBroken: !isWhole && !isCutShort(text, `${seal}${written.length} `) };
}

/** Whether what was written ends with the recorder's word of how the process ends, its last one. */
export function isExitSaid(end: string, seal: string): boolean {
  const last = end.split('\n').at(-2) ?? '';
  return end.endsWith('\n') && last.startsWith(seal) && last.includes(' {"t":"exit",');
}

function isCutShort(text: string, start: string): boolean {
  const last = text.slice(text.lastIndexOf('\n') + 1);
  return last.startsWith(start) || start.startsWith(last);
}
