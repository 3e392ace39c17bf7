/** What stands below each command's options. */
export const helpTexts = {
  program: `
Examples:
  npm start                  the current lesson, checked again on every save
  npm run check -- 01        one lesson, once
  npm run check -- --help    everything that check can do`,

  start: `
Without a terminal, as in a pipe, it checks once, says what to do next, and
ends with 0. The next time it goes on to the next lesson if this one passed.

Examples:
  npm start
  npm start -- 02`,

  check: `
Exit codes:
  0  passed
  1  not yet: a check does not pass
  2  could not run: the program, or what was typed
  3  environment missing: this machine lacks something, and nothing is counted

Examples:
  npm run check
  npm run check -- 01 --jaeger
  npm run check -- --all --keep
  npm run check -- 01 --subject solutions/01-first-span/src
  npm run -s check -- 01 --json`,

  hint: `
The first is a question, the second a pointer, the third nearly the answer. How
far they were read is remembered for each check.

Examples:
  npm run hint
  npm run hint -- 01 --check registered --level 1`,

  diff: `
Exit codes:
  0  shown
  1  the lesson does not pass yet, and --spoil was not there

Examples:
  npm run diff
  npm run diff -- 01 --starter
  npm run diff -- 01 --pulled`,

  lessons: `
Example:
  npm run lessons`,

  reset: `
Edits are never deleted: they move to a folder beside your copy, which is named.
Without a terminal to ask on, it takes --yes.

Examples:
  npm run reset
  npm run reset -- 01 --undo
  npm run reset -- --all --yes`,

  trace: `
░ is a span that never ended, ◆ an event, ▶ the span that the failing check
speaks of. Of more than forty spans most are folded.

Examples:
  npm run trace
  npm run trace -- 01 --scenario declined
  npm run -s trace -- 01 --json > trace.json
  npm run trace -- trace.json --unfold`,

  doctor: `
Exit codes:
  0  lessons can be worked on, from memory at least
  3  something is missing: without it no lesson can be checked, or --prefetch
     could not fetch

Examples:
  npm run doctor
  npm run doctor -- --prefetch`,

  jaeger: `
It runs until Ctrl-C and prints the address of its page, and a link for the last
run of the current lesson and for each run that is checked in another terminal.
Without a container engine it ends with 3.

Example:
  npm run jaeger`,

  studio: `
The page shows the lesson, the checks and the trace you made beside the trace
you meant, and follows every save. \`npm start\` serves it too.

With --class it shows a class that npm run grade has graded or is grading:
lessons by learners, which check stops most of them, and each learner's trace.
A report is a grades.json, a journal.jsonl, or the folder that holds them.

Examples:
  npm run studio
  npm run studio -- 02
  npm run studio -- --class
  npm run studio -- --class ../reports`,

  verify: `
Where no container engine is, the Jaeger half is named as skipped. With
REQUIRE_JAEGER=1 that ends with 3 instead.

Examples:
  npm run verify -- 01
  npm run verify -- 01 02 --seeds 5
  npm run verify -- 01 --memory-only --update`,

  grade: `
DIR is a learner's repository (lessons/*/src), the sources of one lesson, or a
folder of many of either; INSTRUCTORS.md leads from nothing to a graded class.

Formats: json, csv, html, markdown, gradescope, classroom50, junit, ctrf.

Exit codes:
  0  graded, whatever the points
  1  the grader failed on some: --resume goes on; so it does after Ctrl-C (130)
  2  what was typed cannot be graded
  3  environment missing: nothing here could stand between a submission and
     the judge

Examples:
  npm run grade -- ../class
  npm run grade -- ../class --lesson 01 --format csv,html --out ../reports
  npm run grade -- ../class/ada --seed 7 --no-cache
  npm run grade -- solutions/01-first-span/src`,
};
