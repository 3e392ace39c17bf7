// I have done it.
export * from './honest.ts';
