// Keeps a pack in the folder that it is told, and prints the pack's own folder. See `packApart`.
import process from 'node:process';
import { keepPack } from './kept-pack.ts';

const [packs = ''] = process.argv.slice(2);
process.stdout.write(await keepPack(packs));
