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
 * @param has whether a command knows a flag
 * @returns what to say to the person who typed it, when that happened
 */
export function explainSwallowedFlag(
  env: NodeJS.ProcessEnv,
  has: (command: string, flag: string) => boolean,
): string | undefined {
  const command = env['npm_lifecycle_event'];
  const swallowed = ours.find((flag) => env[`npm_config_${flag.replace('-', '_')}`] !== undefined);
  if (command === undefined || swallowed === undefined) return undefined;
  if (!has(command, swallowed)) {
    return `npm kept --${swallowed} for itself, and ${command} has no such option.
What there is: npm run ${command} -- --help`;
  }
  return `npm kept --${swallowed} for itself. What is meant for ${command} stands after a --:
npm run ${command} --${exampleOf(command)} --${swallowed}`;
}

function exampleOf(command: string): string {
  if (command === 'doctor') return '';
  return command === 'grade' ? ' DIR' : ' 01';
}
