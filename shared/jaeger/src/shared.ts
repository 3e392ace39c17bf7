// What those need who may never start a container: testcontainers is loaded once there is no way round it.
export { containerEngine } from './container-engine.ts';
export type { ContainerEngine } from './container-engine.ts';
export { JaegerClient } from './jaeger-client.ts';
export { jaegerForTests } from './jaeger-for-tests.ts';
export { sharedJaeger } from './shared-jaeger.ts';
