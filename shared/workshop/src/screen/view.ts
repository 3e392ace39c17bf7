import type { Look } from '../look.ts';
import type { Room } from '../watch/page.ts';
import type { View } from '../watch/watching.ts';
import { jumpListScreen } from './jump-list.ts';
import { pageScreen } from './page.ts';
import { recheckScreen } from './recheck.ts';

export function viewScreen(view: View, look: Look, room: Room): string {
  if (view.kind === 'page') return pageScreen(view, look, room);
  return view.kind === 'list' ? jumpListScreen(view, look) : recheckScreen(view, look);
}
