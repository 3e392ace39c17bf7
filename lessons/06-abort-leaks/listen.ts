import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** Serves on a free port, without holding the process: what is left then is the subject's. */
export async function listen(serve: RequestListener): Promise<string> {
  const server = createServer(serve).unref();
  server.on('connection', (socket) => socket.unref());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
