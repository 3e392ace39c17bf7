import { ftruncateSync, truncateSync } from 'node:fs';

const attempts = [() => ftruncateSync(3, 0), () => truncateSync('/proc/self/fd/3', 0)];
export function main() {
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {
      // The next one may do.
    }
  }
}
