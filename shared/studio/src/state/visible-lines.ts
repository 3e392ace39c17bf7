import { escapeInvisible } from '@tracelings/trace-shape/text';

/** What would hide in a text made visible. Lines stay lines. */
export function visibleLines(text: string): string {
  return text.replaceAll(/[^\n]+/g, (line) => escapeInvisible(line));
}
