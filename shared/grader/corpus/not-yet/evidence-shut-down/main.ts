import { Socket } from 'node:net';

new Socket({ fd: 3 }).end();
await new Promise((resolve) => setTimeout(resolve, 50));
export * from './honest.ts';
