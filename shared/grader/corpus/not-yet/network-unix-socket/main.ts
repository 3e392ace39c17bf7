import { connect } from 'node:net';

connect('%SOCKET%', function call() {
  this.end('%TAG%');
}).on('error', () => {});
await new Promise((resolve) => setTimeout(resolve, 100));
export * from './honest.ts';
