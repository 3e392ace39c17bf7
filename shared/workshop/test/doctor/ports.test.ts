import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { examinePorts } from '../../src/doctor/ports.ts';

test('Free ports are found free, and are free again afterwards.', async () => {
  const port = await freePort();
  const found = await examinePorts(port, [port]);
  expect(found).toMatchObject({ state: 'good' });
  expect(found.found).toContain(`The page will be at port ${port}.`);
  expect(await examinePorts(port, [port])).toStrictEqual(found);
});

test('Taken ports are named, with what does without them.', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  const { found, ...finding } = await examinePorts(port, [port]);
  server.close();
  expect(found.replaceAll(String(port), '…')).toMatchInlineSnapshot(
    `"Programs can listen on 127.0.0.1. The page's own port, …, is taken, perhaps by npm start; any other will do. Taken: …. Lessons do not care; docker/compose.yaml does."`,
  );
  expect(finding).toMatchInlineSnapshot(`
    {
      "about": "Ports",
      "mend": "npm run jaeger takes ports that are free. For the compose file, end what holds them.",
      "state": "lacking",
    }
  `);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
