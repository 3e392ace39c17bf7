import type { Look } from '../look.ts';
import type { Room } from '../watch/page.ts';
import type { View } from '../watch/watching.ts';
import { fitted } from './fitted.ts';
import { jumpListParts } from './jump-list.ts';
import { pageScreen } from './page.ts';
import { recheckParts } from './recheck.ts';

export function viewScreen(view: View, look: Look, room: Room): string {
  if (view.kind === 'page') return pageScreen(view, look, room);
  const parts = view.kind === 'list' ? jumpListParts(view, look) : recheckParts(view, look);
  return fitted(parts, look, room).text;
}
