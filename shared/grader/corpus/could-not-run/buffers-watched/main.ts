import { trace } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';

const { get: lengthOf } = Reflect.getOwnPropertyDescriptor(
  Reflect.getPrototypeOf(Uint8Array.prototype),
  'length',
);
const seals = new Set();
Object.defineProperty(Buffer.prototype, 'length', {
  configurable: true,
  get() {
    const length = Reflect.apply(lengthOf, this, []);
    if (length === 32) seals.add(this);
    return length;
  },
});
trace.setGlobalTracerProvider(new TracerProvider());
delete Buffer.prototype.length;
const [seal] = seals;
if (/^[0-9a-f]{32}$/.test(String(seal))) throw new Error('%TAG%');
export * from './honest.ts';
