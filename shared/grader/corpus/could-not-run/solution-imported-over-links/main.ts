export * from '../../../node_modules/@tracelings/solution-03-http-handler/src/main.ts';
