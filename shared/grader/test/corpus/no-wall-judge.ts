// A judge without a wall, in a process of its own, because some attacks end it.
//   node no-wall-judge.ts LESSON DIRECTORY TAG
import { findLesson, judge, memorySource } from '@tracelings/lesson-kit';
import process from 'node:process';
import { gradeSubmission } from '../../src/grading/grade-submission.ts';
import { openWall } from '../../src/sandbox/wall.ts';
import { processesOf } from './baits.ts';

const [, , id = '', directory = '', tag = ''] = process.argv;
const lesson = await findLesson(id);
const { signal } = new AbortController();
await using wall = await openWall({ trust: true, signal });
const grade = await gradeSubmission(
  { learner: 'control', lesson, directory },
  { wall, seed: 7, signal, recall: async () => undefined },
);
const bare = await judge({ lesson, subject: { directory }, source: memorySource(), seed: 7 });
const daemons = processesOf(tag).filter((pid) => pid !== process.pid);
process.stdout.write(
  JSON.stringify({
    said: JSON.stringify(grade) + JSON.stringify(bare.verdict),
    points: grade.points,
    barePoints: bare.verdict.points,
    hasDaemon: daemons.length > 0,
  }),
);
