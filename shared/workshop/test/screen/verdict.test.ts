import { describe, expect, test } from 'vitest';
import { plain } from '../../src/look.ts';
import { verdictScreen } from '../../src/screen/verdict.ts';
import { verdictOf } from '../fixtures/verdicts.ts';

describe('the verdict for people', () => {
  test('ticks what passes, shows the first failure in full, and counts the others', () => {
    const verdict = verdictOf(['not-yet', 'passed', 'not-yet']);
    expect(verdictScreen(verdict, plain)).toMatchInlineSnapshot(`
      "  ✓ a tracer provider is registered
        ✗ the span is ended

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      1 more check after this one does not pass yet. 2 of 6 points so far."
    `);
  });

  test('says that a failure is the last one', () => {
    const verdict = verdictOf(['passed', 'passed', 'not-yet']);
    expect(verdictScreen(verdict, plain)).toMatchInlineSnapshot(`
      "  ✓ the span is ended
        ✓ a tracer provider is registered
        ✗ the tracer has a name

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      This is the last check that does not pass yet. 4 of 6 points so far."
    `);
  });

  test('says that everything passes', () => {
    const verdict = verdictOf(['passed', 'passed', 'passed']);
    expect(verdictScreen(verdict, plain)).toMatchInlineSnapshot(`
      "  ✓ the span is ended
        ✓ a tracer provider is registered
        ✓ the tracer has a name

      All 3 checks pass: 6 of 6 points."
    `);
  });

  test('shows a program that cannot run as that, and not as the failure of a check', () => {
    const reason = `The program could not be loaded: main.ts:4: Unexpected token '}'
    }
    ^
Nothing was checked yet. Mend main.ts or what it imports, and save again, whenever it suits you.`;
    const verdict = verdictOf(['could-not-run', 'could-not-run', 'could-not-run'], reason);
    expect(verdictScreen(verdict, plain)).toMatchInlineSnapshot(`
      "  ! The program could not be checked.

      The program could not be loaded: main.ts:4: Unexpected token '}'
          }
          ^
      Nothing was checked yet. Mend main.ts or what it imports, and save again,
      whenever it suits you."
    `);
  });

  test('shows what the machine lacks as nobody’s failure', () => {
    const missing = 'environment-missing';
    const verdict = verdictOf([missing, missing, missing], 'No container engine was found.');
    expect(verdictScreen(verdict, plain)).toMatchInlineSnapshot(`
      "  ! This machine lacks something. Nothing is counted.

      No container engine was found."
    `);
  });

  test('paints ticks and crosses, and leaves the message as it is', () => {
    const painted = { ...plain, paint: (paint: string, text: string) => `<${paint}>${text}</>` };
    const verdict = verdictOf(['passed', 'not-yet', 'not-yet']);
    expect(verdictScreen(verdict, painted)).toMatchInlineSnapshot(`
      "<good>  ✓ the span is ended</>
      <bad>  ✗ a tracer provider is registered</>

      Expected  the span \`charge card\` to be ended
      Found     it was started and never ended, so no processor ever saw it
      Perhaps   the request fails before the line that ends it is reached
      Next      end it in a finally block

      <quiet>1 more check after this one does not pass yet. 2 of 6 points so far.</>"
    `);
  });
});
