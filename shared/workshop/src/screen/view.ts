import type { Look } from '../look.ts';
import type { Room } from '../watch/page.ts';
import type { View } from '../watch/watching.ts';
import { jumpListScreen } from './jump-list.ts';
import { pageScreen } from './page.ts';

export function viewScreen(view: View, look: Look, room: Room): string {
  return view.kind === 'page' ? pageScreen(view, look, room) : jumpListScreen(view, look);
}
