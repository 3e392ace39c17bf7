import type { Look } from '../look.ts';
import { wrap } from './wrap.ts';

/** Paragraphs of Markdown, fitted to the width. What is fenced or indented stays as it is. */
export function proseScreen(markdown: string, look: Look): string {
  return blocksOf(markdown)
    .map((block) => (isCode(block) ? block : wrap(block.replaceAll(/\s*\n\s*/g, ' '), look)))
    .join('\n\n');
}

/** Blank lines separate blocks, but not those inside a fence. */
function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let isOpen = false;
  for (const piece of markdown.trim().split(/\n\s*\n/)) {
    if (isOpen) blocks.push(`${blocks.pop() ?? ''}\n\n${piece}`);
    else blocks.push(piece);
    const fences = piece.match(/^\s*```/gm)?.length ?? 0;
    isOpen = fences % 2 === 1 ? !isOpen : isOpen;
  }
  return blocks;
}

function isCode(block: string): boolean {
  return /^\s*```/m.test(block) || /^ {2,}/.test(block) || /^\s*([|]|[-*] |\d+\. )/m.test(block);
}
