import { JaegerClient, jaegerForTests } from '@tracelings/jaeger';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run, startCommand } from '../fixtures/command.ts';
import { until } from '../fixtures/wait.ts';

const solution = 'solutions/01-first-span';

const { available, title } = await jaegerForTests();

// oxlint-disable-next-line vitest/valid-title -- it says why the group is skipped, where it is
describe.skipIf(!available)(title('npm run jaeger on this machine'), { timeout: 120_000 }, () => {
  test('sends the last run and each run that follows, with links, until it is interrupted', async () => {
    await using clone = await Clone.make();
    await run(clone, ['check', '01', '--subject', `${solution}/src`]);
    const command = startCommand(clone, ['jaeger']);
    let said = '';
    command.stdout.on('data', (chunk) => (said += String(chunk)));

    const links = () => [...said.matchAll(/(http:\S+)\/trace\/([0-9a-f]{32})/g)];
    const [link] = await until(
      'a link',
      () => links().length === 1 && links(),
      () => said,
    );
    const queryUrl = link?.[1] ?? '';
    const reached = new JaegerClient({ queryUrl, otlpHttpEndpoint: queryUrl });
    expect(JSON.stringify(await reached.trace(link?.[2] ?? ''))).toContain('charge order');

    await run(clone, ['check', '01', '--subject', `${solution}/mistakes/never-ended`]);
    await until(
      'the span held back',
      () => said.includes('without 1 span'),
      () => said,
    );
    expect(said).toContain('no span that has ended, so there is nothing to see');
    await run(clone, ['check', '01', '--subject', `${solution}/src`]);
    await until(
      'another link',
      () => links().length === 2,
      () => said,
    );

    command.kill('SIGINT');
    await once(command, 'close');
    expect(command.exitCode).toBe(130);
  });
});

describe('npm run jaeger', () => {
  test('says what is missing, and ends with 3, where no container engine is', async () => {
    await using clone = await Clone.make();
    const { exitCode, stderr } = await run(clone, ['jaeger'], {
      DOCKER_HOST: 'tcp://127.0.0.1:1',
      TRACELINGS_JAEGER_BROKER: undefined,
    });
    expect(exitCode).toBe(3);
    expect(stderr).toContain('The container engine at');
  });
});
