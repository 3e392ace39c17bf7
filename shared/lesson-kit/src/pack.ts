export { packLesson, packSubjectProgram } from './pack/lesson-pack.ts';
export { PackagePack } from './pack/package-pack.ts';
export { packProgram } from './pack/program-pack.ts';
export { PackedGround } from './pack/packed-ground.ts';
