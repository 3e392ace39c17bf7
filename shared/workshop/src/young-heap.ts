import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the part of the heap that new objects are made in as small as it is at the start. V8 doubles it
 * while much is made, up to a hundred megabytes for a command that is open all day, and gives none of
 * it back; what is made for one save is small, and gone with the next.
 */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
