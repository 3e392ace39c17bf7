process.exit(0);
export * from './honest.ts';
