import { parentPort, workerData } from 'node:worker_threads';
import { StudioServer } from '../server/studio-server.ts';
import { Shelf } from '../state/shelf.ts';
import { WatchedLesson } from '../state/watched-state.ts';
import type { FromStudio, SnapshotMessage, ThreadData } from './messages.ts';

if (parentPort === null) throw new Error('The studio runs in a thread of the command.');
const port = parentPort;
const shelf = new Shelf();
const watched = new WatchedLesson(shelf);
let keptGrade: (id: string) => Promise<string | undefined> = async () => undefined;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what `Studio.open` gives
const { port: wanted, room } = workerData as ThreadData;
const server = await StudioServer.open({
  port: wanted,
  kept: (path) => {
    const [kind, id = ''] = path.split('/');
    if (kind === 'grades') return keptGrade(id);
    return kind === 'pictures' ? shelf.json(id) : undefined;
  },
  asked: (request) => tell({ kind: 'asked', request }),
});
if (room !== undefined) await followRoom(room);

port.on('message', (snapshot: SnapshotMessage) => {
  server.show({ watched: watched.state(snapshot) });
  tell({ kind: 'taken' });
});
port.postMessage(server.url);

/** What only a class needs is loaded for a class alone. */
async function followRoom(path: string): Promise<void> {
  const { RoomWatch } = await import('../room/room-watch.ts');
  const { gradeState } = await import('../room/grade-state.ts');
  const watch = new RoomWatch(path, (state) => server.show({ room: state }));
  keptGrade = async (id) => {
    const grade = await watch.room.grade(id);
    return grade && JSON.stringify(gradeState(grade));
  };
}

function tell(message: FromStudio): void {
  port.postMessage(message);
}
