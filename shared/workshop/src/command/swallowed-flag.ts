const ours = [
  'check',
  'format',
  'jaeger',
  'jobs',
  'keep',
  'lesson',
  'level',
  'memory-only',
  'out',
  'prefetch',
  'pulled',
  'resume',
  'scenario',
  'seed',
  'seeds',
  'spoil',
  'starter',
  'subject',
  'trust',
  'undo',
  'unfold',
  'update',
  'width',
];

/**
 * npm takes flags that stand before `--` for its own and leaves word of them in the environment.
 * The command would run without them, and nobody would know why.
 *
 * @returns what to say to the person who typed it, when that happened
 */
export function explainSwallowedFlag(env: NodeJS.ProcessEnv): string | undefined {
  const command = env['npm_lifecycle_event'];
  const swallowed = ours.find((flag) => env[`npm_config_${flag.replace('-', '_')}`] !== undefined);
  if (command === undefined || swallowed === undefined) return undefined;
  return `npm kept --${swallowed} for itself. What is meant for ${command} stands after a --:
npm run ${command} --${exampleOf(command)} --${swallowed}`;
}

function exampleOf(command: string): string {
  if (command === 'doctor') return '';
  return command === 'grade' ? ' DIR' : ' 01';
}
