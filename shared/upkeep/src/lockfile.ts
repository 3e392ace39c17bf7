import { spawnSync } from 'node:child_process';
import { lockfileComplaints } from './lockfile/complaints.ts';
import { readLockfile, readManifests } from './lockfile/manifest.ts';

const root = process.cwd();
const complaints = [
  ...lockfileComplaints(readManifests(root), readLockfile(root)),
  ...refusalOfNpm(),
];
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exitCode = 1;
else console.log('package-lock.json holds what every platform needs, and npm accepts it.');

/** A fresh `npm ci` refuses a lockfile that does not match the manifests; asked here without a network. */
function refusalOfNpm(): string[] {
  const { status, stderr } = spawnSync(
    'npm',
    ['ci', '--dry-run', '--offline', '--ignore-scripts', '--loglevel=error'],
    { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  if (status === 0) return [];
  return [
    `"npm ci" would refuse package-lock.json. Run "npm install" and commit what it writes.\n${stderr.trim()}`,
  ];
}
