import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schema/grade.schema.json' with { type: 'json' };
import type { Grade } from '../grade.ts';

const ajv = new Ajv2020({ strict: true });
const fits = ajv.compile<Grade>(schema);

/**
 * Reads a grade back from a line of JSON. Nothing comes out of a line that is damaged, that has
 * another shape, or whose points do not add up.
 */
export function readGrade(line: string): Grade | undefined {
  const value = parse(line);
  return fits(value) && addsUp(value) ? value : undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function addsUp({ points, maxPoints, checks }: Grade): boolean {
  return (
    points === checks.reduce((total, check) => total + check.points, 0) &&
    maxPoints === checks.reduce((total, check) => total + check.maxPoints, 0) &&
    checks.every((check) => check.points <= check.maxPoints)
  );
}
