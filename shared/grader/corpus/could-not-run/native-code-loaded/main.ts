import { DatabaseSync } from 'node:sqlite';
import { createSecureContext } from 'node:tls';

const library = '/nowhere/library';
const loads = [
  () => new DatabaseSync(':memory:', { allowExtension: true }).loadExtension(library),
  () => createSecureContext({ privateKeyEngine: library, privateKeyIdentifier: 'none' }),
];
const refusals = loads.map((load) => {
  try {
    return load();
  } catch (error) {
    return error.message;
  }
});
// Both came as far as the system's own loader, which would have taken one that is there.
if (/cannot open shared object.*could not load the shared library/.test(refusals.join())) {
  throw new Error('%TAG%');
}
throw new Error('native code was refused');
