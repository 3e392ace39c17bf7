import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { labelled } from '../../src/screen/labelled.ts';
import { reportScreen } from '../../src/screen/report.ts';
import { lessonFolder, verdictOf } from '../fixtures/verdicts.ts';

const judged = {
  verdict: verdictOf(['passed', 'not-yet', 'not-yet']),
  remarks: ['OpenTelemetry says (warn): a span was ended twice'],
  printed: { stdout: 'order-1 charged\n', stderr: '' },
};

describe('the report on one lesson', () => {
  test('goes from the verdict over what was noticed and printed to what to do', () => {
    const next = labelled('Go on', 'npm run check -- 07 checks again', plain);
    const report = { lesson: lessonFolder(), judged, next };
    expect(reportScreen(report, plain)).toMatchInlineSnapshot(`
      "07-background-work · Work that outlives its request  from memory, seed 7

        ✓ the span is ended
        ✗ a tracer provider is registered

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      1 more check after this one does not pass yet. 2 of 6 points so far.

      · OpenTelemetry says (warn): a span was ended twice

      Your program printed (it is not judged):
      │ order-1 charged

      Go on     npm run check -- 07 checks again"
    `);
  });

  test('names Jaeger as the source where the trace came from there', () => {
    const verdict = { ...verdictOf(['passed', 'passed', 'passed']), source: 'jaeger' as const };
    const report = { lesson: lessonFolder(), judged: { ...judged, verdict }, next: '' };
    expect(reportScreen(report, plain).split('\n')[0]).toMatchInlineSnapshot(
      `"07-background-work · Work that outlives its request  from Jaeger, seed 7"`,
    );
  });
});
