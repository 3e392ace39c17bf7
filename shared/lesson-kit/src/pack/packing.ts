// Keeps a pack in the folder that it is told, for whoever would rather not load the bundler.
import process from 'node:process';
import { keepPack } from './kept-pack.ts';

const [packs = ''] = process.argv.slice(2);
await keepPack(packs);
