import { createServer } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { serveCompressed } from './compressed.mjs';
import { root } from './setup.mjs';

// The production server: what Next.js serves, with scripts and style sheets as they were compressed when they were built.
const [port, hostname] = [Number(process.argv[2]), process.argv[3]];
const app = next({ dev: false, dir: root, port, hostname });
const handle = app.getRequestHandler();
await app.prepare();
const fromBuild = serveCompressed(join(root, '.next/static'), '/_next/static');
const server = createServer((request, response) => {
  if (!fromBuild(request, response)) handle(request, response);
});
// Longer than the minute for which load balancers keep an idle connection: whoever closes first must not be the one that
// does not know what the other is about to send.
server.keepAliveTimeout = 75_000;
server.on('error', (error) => {
  console.error(`The server cannot listen: ${error.message}`);
  process.exit(1);
});
server.listen(port, hostname);

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    // What is being answered may end; whoever holds a connection open and asks nothing is let go.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    await new Promise((done) => server.close(done));
    clearInterval(idle);
    await app.close();
    process.exit(0);
  });
}
