export { packagesOf } from './pack/lesson-packages.ts';
export { PackagePack } from './pack/package-pack.ts';
export { packProgram } from './pack/program-pack.ts';
