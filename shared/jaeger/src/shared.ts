// What tests with a shared Jaeger need; testcontainers is loaded only where there is no broker.
export { JaegerClient } from './jaeger-client.ts';
export { jaegerForTests } from './jaeger-for-tests.ts';
export { sharedJaeger } from './shared-jaeger.ts';
