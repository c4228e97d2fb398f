import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root, setUp, typescript } from './setup.mjs';

console.log('Waymark');
try {
  await setUp();
} catch (error) {
  console.error(`\nWaymark cannot start: ${error.message}`);
  process.exit(1);
}

// The channel lets the second stage notice when this process is killed.
const child = spawn(pinnedNode, [...typescript, join(root, 'scripts/start.ts'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

if (process.env.npm_lifecycle_event) {
  // npm starts this through a shell and, when killed, tells neither; its absence shows as another ancestor.
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
  const known = ancestors();
  setInterval(() => {
    if (ancestors() !== known) child.kill('SIGTERM');
  }, 500).unref();
}

function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1];
  } catch {
    return '';
  }
}
