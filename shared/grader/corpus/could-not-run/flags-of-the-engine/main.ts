import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';

// The same way leads to flags by which WebAssembly reads beyond its memory.
setFlagsFromString('--allow-natives-syntax');
if (runInThisContext('%IsSmi(1)') === true) throw new Error('%TAG%');
