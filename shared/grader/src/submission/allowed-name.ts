/** What a program of a lesson is made of; `.json` is data that it may import. */
const SOURCE = /^[\w.-]+\.(?:ts|mts|cts|js|mjs|cjs|json)$/;
const FOLDER = /^[\w.-]+$/;

/**
 * They would tell Node, npm or TypeScript how to run the rest, which is the grader's to say, and
 * the last two would have the lesson kit lay the rest over the solution.
 */
const CONFIGURATION =
  /^(?:package(?:-lock)?|npm-shrinkwrap|[jt]sconfig(?:\..*)?|.*rc|mistake|alternative)\.json$|\.config\.\w+$/i;

/** Whether a file of this name is taken in. Hidden ones are not, nor names of unusual characters. */
export function isSource(name: string): boolean {
  return SOURCE.test(name) && !name.startsWith('.') && !CONFIGURATION.test(name);
}

/** Whether a folder of this name is looked into. */
export function isSourceFolder(name: string): boolean {
  return FOLDER.test(name) && !name.startsWith('.') && name !== 'node_modules';
}
