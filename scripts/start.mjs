import { spawn } from 'node:child_process';
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
  // npm, when killed, tells nobody; its absence shows as another parent.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, 500).unref();
}
