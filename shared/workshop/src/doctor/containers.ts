import type { Finding } from './finding.ts';

const about = 'Jaeger';
const means =
  'Lessons work without it, from memory; check --jaeger, the key j and npm run jaeger do not.';

/** Whether a Jaeger can be started. Nothing is downloaded to find out. */
export async function examineContainers(): Promise<Finding> {
  const { containerEngine } = await import('@tracelings/jaeger');
  const engine = await containerEngine({ pull: false });
  if (engine.available) {
    const found = `A container engine answers, and ${engine.image} is on this machine.`;
    return { about, state: 'good', found };
  }
  if (engine.code === 'IMAGE_MISSING') {
    const found = `A container engine answers, and the image is not here yet: the first time takes a download. ${means}`;
    const mend = `npm run doctor -- --prefetch downloads it now. ${engine.reason}`;
    return { about, state: 'lacking', found, mend };
  }
  return { about, state: 'lacking', found: means, mend: engine.reason };
}
