// A judge without a wall, in a process of its own, because some attacks end it.
//   node unwalled-judge.ts LESSON DIRECTORY
import process from 'node:process';
import { unwalledEvidence } from './unwalled.ts';

const [, , lesson = '', directory = ''] = process.argv;
const { ending } = await unwalledEvidence(lesson, directory);
process.stdout.write(JSON.stringify(ending));
