import { parentPort, workerData } from 'node:worker_threads';
import { StudioServer } from '../server/studio-server.ts';
import { Shelf } from '../state/shelf.ts';
import { WatchedLesson } from '../state/watched-state.ts';
import type { FromStudio, SnapshotMessage } from './messages.ts';

if (parentPort === null) throw new Error('The studio runs in a thread of the command.');
const port = parentPort;
const shelf = new Shelf();
const watched = new WatchedLesson(shelf);
const server = await StudioServer.open({
  port: typeof workerData === 'number' ? workerData : 0,
  picture: (id) => shelf.json(id),
  asked: (request) => tell({ kind: 'asked', request }),
});

port.on('message', (snapshot: SnapshotMessage) => {
  server.show({ watched: watched.state(snapshot) });
  tell({ kind: 'taken' });
});
port.postMessage(server.url);

function tell(message: FromStudio): void {
  port.postMessage(message);
}
