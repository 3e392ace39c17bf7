/** Whether any process of the group is still there. */
export function groupIsAlive(group: number | undefined): boolean {
  return signal(group, 0);
}

/** Ends every process of the group; none is left to clean up after itself, so none can refuse. */
export function killGroup(group: number | undefined): void {
  signal(group, 'SIGKILL');
}

function signal(group: number | undefined, name: NodeJS.Signals | 0): boolean {
  if (group === undefined) {
    return false;
  }
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}
