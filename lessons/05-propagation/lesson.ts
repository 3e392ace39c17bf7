import { defineLesson } from '@tracelings/lesson-kit';
import { checks } from './checks.ts';
import { drawInputs } from './inputs.ts';
import type { Inputs } from './inputs.ts';

export default defineLesson<Inputs>({
  id: '05-propagation',
  title: 'One trace, three services',
  minutes: 35,
  learned: 'A trace crosses a process as a header: one side injects it, the other extracts it.',
  entry: 'main.ts',
  exports: ['startGateway', 'startInventory', 'startPayment'],
  starterFails: 'partner-trace',
  scenarios: {
    orders: { services: ['payment', 'inventory', 'gateway'], timeLimitMs: 20_000 },
    hostile: { timeLimitMs: 20_000 },
  },
  inputs: drawInputs,
  checks,
});
