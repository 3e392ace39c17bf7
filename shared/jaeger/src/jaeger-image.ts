import { readFileSync } from 'node:fs';

const dockerfile = new URL('../../../docker/jaeger/Dockerfile', import.meta.url);

/**
 * The name and tag of the Jaeger image that this repository is proved with, such as
 * `jaegertracing/jaeger:2.x.y`.
 *
 * Read from the one `FROM` line of `docker/jaeger/Dockerfile`, so that a dependency bot can raise
 * it and no second place can disagree. Throws when that line is not there.
 */
export function jaegerImage(): string {
  const image = /^FROM\s+(\S+)\s*$/m.exec(readFileSync(dockerfile, 'utf8'))?.[1];
  if (image === undefined) {
    throw new Error(
      'docker/jaeger/Dockerfile should name the Jaeger image in a line such as "FROM jaegertracing/jaeger:2.x.y", and no such line was found.',
    );
  }
  return image;
}
