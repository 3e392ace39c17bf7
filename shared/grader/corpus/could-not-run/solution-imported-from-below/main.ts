export * from '../../../solutions/02-nested-spans/src/main.ts';
