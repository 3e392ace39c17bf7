import { parseOtlp, toOtlp } from '@tracelings/trace-shape';
import { describe, expect, test } from 'vitest';
import { Clone } from '../fixtures/clone.ts';
import { run } from '../fixtures/command.ts';
import { spanOf } from '../fixtures/spans.ts';

const solutions = 'solutions/01-first-span';

describe('npm run trace', { timeout: 60_000 }, () => {
  test('shows the last run as a waterfall, with the span that the failing check speaks of', async () => {
    await using clone = await Clone.make();
    await run(clone, [
      'check',
      '01',
      '--subject',
      `${solutions}/mistakes/never-ended`,
      '--seed',
      '7',
    ]);
    const { exitCode, stdout, stderr } = await run(clone, ['trace', '01']);
    expect(exitCode).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/ · run "order", from memory, seed 7$/m);
    expect(stdout).toContain('1 span, 1 trace, 1 never ended (░)');
    expect(stdout).toMatch(/^▶ charge order · never ended ░+ +open$/m);
    expect(stdout).toMatch(/^▶ ✗ /m);
    expect(stdout).toContain('Expected  ');
  });

  test('shows another run of the same check, and gives the last of all as OTLP JSON', async () => {
    await using clone = await Clone.make();
    await run(clone, ['check', '02', '--subject', `${solutions}/src`]);
    const { stdout } = await run(clone, ['trace', '02', '--scenario', 'declined', '--width', '60']);
    expect(stdout).toMatch(/ · run "declined", from memory, seed \d+$/m);
    expect(stdout).toMatch(/^Other runs: order \(npm run trace -- 02 --scenario order\)$/m);
    expect(stdout).not.toContain('✗');
    const json = await run(clone, ['trace', '--json']);
    const { spans } = parseOtlp(JSON.parse(json.stdout));
    expect(spans.map(({ name }) => name)).toStrictEqual(['charge order']);
  });

  test('checks first, where no run is there to be shown', async () => {
    await using clone = await Clone.make();
    const { stdout } = await run(clone, ['trace']);
    expect(stdout).toContain('lessons/01-first-span/starter · run "order"');
    expect(stdout).toContain('(no spans)');
    expect(stdout).toContain('✗ a tracer provider is registered');
  });

  test('shows the trace in a file, folded where it is long', async () => {
    await using clone = await Clone.make();
    const spans = Array.from({ length: 5_000 }, (_none, index) =>
      spanOf({ id: (index + 1).toString(16), from: index, to: index + 1, name: 'poll' }),
    );
    await clone.write('trace.json', JSON.stringify(toOtlp(spans)));
    const folded = await run(clone, ['trace', 'trace.json']);
    expect(folded.stdout).toContain('… 4960 spans: 4960 × poll');
    expect(folded.stdout).toContain(
      'Some of the 5000 spans are folded. Add --unfold to see every one.',
    );
    const unfolded = await run(clone, ['trace', 'trace.json', '--unfold']);
    expect(unfolded.stdout.match(/^poll/gm)).toHaveLength(5_000);
  });

  test.for([
    [['nowhere.json'], 'nowhere.json.\nName a file with a trace as OTLP JSON, or a lesson'],
    [['lessons', '--unfold'], 'There is no lesson "lessons".'],
    [['package.json'], 'package.json should hold a trace as OTLP JSON, and does not:'],
    [['docker/jaeger/Dockerfile'], 'Dockerfile should hold a trace as OTLP JSON, and does not:'],
    [['package.json', '--scenario', 'order'], '--scenario chooses one of a lesson'],
    [['01', '--scenario', 'nowhere'], 'The last check of 01-first-span had no run "nowhere".'],
    [['no-such-lesson'], 'There is no lesson "no-such-lesson".'],
  ] as const)('refuses %j', async ([typed, reason]) => {
    await using clone = await Clone.make();
    const { exitCode, stdout, stderr } = await run(clone, ['trace', ...typed]);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(reason);
  });

  test('says how to get another, where the trace that was kept is damaged', async () => {
    await using clone = await Clone.make();
    await clone.write('.tracelings/traces/01-first-span.json', '{"version":1,"runs":');
    const { exitCode, stderr } = await run(clone, ['trace', '01']);
    expect(exitCode).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "The trace kept of 01-first-span cannot be read any more.
      npm run check -- 01 makes another.
      "
    `);
  });
});
