import { cut } from '@tracelings/trace-shape/text';
import type { Look } from '../look.ts';
import { type Page, type Room, extractOf } from '../watch/page.ts';
import { linesScreen } from './line.ts';

export function pageScreen(page: Page, look: Look, room: Room): string {
  const { lines, above, below } = extractOf(page, room);
  const keys = pageKeys(above, below, room);
  return [
    look.paint('title', cut(page.title, room.columns)),
    linesScreen(lines, look),
    look.paint('quiet', cut(keys, room.columns)),
  ].join('\n\n');
}

function pageKeys(above: number, below: number, { columns }: Room): string {
  if (above === 0 && below === 0) return 'q back to the lesson';
  const place = below === 0 ? 'the end' : `${below} more ${below === 1 ? 'line' : 'lines'} below`;
  const keys = `q back to the lesson · ↑ ↓ space b · ${place}`;
  if (keys.length <= columns) return keys;
  return `q back · ↑ ↓ space b · ${below === 0 ? 'the end' : `${below} below`}`;
}
