import type { IncomingMessage } from 'node:http';
import type { StudioRequest } from '../snapshot.ts';

const mostBytes = 4_096;

/** What a page asks for; undefined for what no page of ours would send. */
export async function studioRequestIn(
  request: IncomingMessage,
): Promise<StudioRequest | undefined> {
  const text = await textOf(request);
  return text === undefined ? undefined : parse(text);
}

async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) return undefined;
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parse(text: string): StudioRequest | undefined {
  const asked = parseJson(text);
  if (typeof asked !== 'object' || asked === null || !('action' in asked)) return undefined;
  const { action } = asked;
  if (action === 'hint' || action === 'reset') return { action };
  const lesson = 'lesson' in asked ? asked.lesson : undefined;
  const isLesson = typeof lesson === 'string' && /^[\w-]{1,100}$/.test(lesson);
  return action === 'open' && isLesson ? { action, lesson } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
