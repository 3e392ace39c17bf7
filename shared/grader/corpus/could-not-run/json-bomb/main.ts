import { createServer } from 'node:http';

export * from './honest.ts';

export async function startGateway() {
  const server = createServer((_request, response) => {
    const list = Buffer.alloc(1024 * 1024, '[');
    const write = () => {
      while (response.write(list));
    };
    response.on('drain', write).on('error', () => {});
    write();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, stop: async () => server.closeAllConnections() };
}
