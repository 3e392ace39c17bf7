import process from 'node:process';
import { startProgram } from './program.ts';

/** Shows an address in the learner's browser. False where there is none to be had from here. */
export async function openInBrowser(url: string): Promise<boolean> {
  const program = browserProgram(process.env, process.platform);
  return program !== undefined && (await startProgram(program, [url]));
}

/**
 * The program that shows an address: what `BROWSER` names, or else what the desktop offers. Over SSH
 * a browser would open where nobody looks. `BROWSER=none` means that none is wanted.
 */
export function browserProgram(
  env: Readonly<NodeJS.ProcessEnv>,
  platform: NodeJS.Platform,
): string | undefined {
  const wanted = env['BROWSER'];
  if (wanted !== undefined) return wanted === '' || wanted === 'none' ? undefined : wanted;
  if (env['SSH_CONNECTION'] !== undefined) return undefined;
  if (platform === 'darwin') return 'open';
  if (env['WSL_DISTRO_NAME'] !== undefined) return 'explorer.exe';
  const hasDesktop = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasDesktop ? 'xdg-open' : undefined;
}
