import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { build, isBuildStale } from './build.mjs';
import { pinnedNode, root, run, setUp, typescript } from './setup.mjs';

const only = process.argv.includes('--check');
const long = process.argv.includes('--long');
const reports = mkdtempSync(join(tmpdir(), 'waymark-reports-'));
const total = { passed: 0, failed: 0 };

const bin = (path) => join(root, 'node_modules', path);
const env = {
  ...process.env,
  PATH: [dirname(pinnedNode), process.env.PATH].join(delimiter),
  NEXT_TELEMETRY_DISABLED: '1',
  ...(long ? { WAYMARK_LONG: '1' } : {}),
};
// What belongs to an instance must not reach its tests.
for (const name of [
  'DATABASE_URL',
  'WAYMARK_DATA_DIR',
  'PORT',
  'HOST',
  'WAYMARK_URL',
  'NEXTAUTH_URL',
  'NODE_ENV',
  'WAYMARK_DEMO',
]) {
  delete env[name];
}
const node = (...args) => run(pinnedNode, args, { env });

/** One part of the whole: it adds what it counted, and one failure when it could not even run. */
async function part(title, work) {
  const started = Date.now();
  let counted = { passed: 0, failed: 1 };
  let said = '';
  try {
    counted = await work();
  } catch (error) {
    said = error.message;
    if (error.counted) counted = error.counted;
  }
  total.passed += counted.passed;
  total.failed += counted.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${counted.failed > 0 ? '✗' : '✓'} ${title}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`,
  );
  if (said) console.log(said.length > 20_000 ? `${said.slice(0, 4_000)}\n…\n${said.slice(-16_000)}` : said);
}

const one = (work) => async () => {
  await work();
  return { passed: 1, failed: 0 };
};

/** Runs a test tool; its report decides the counts, and an unhappy end without a counted failure is one. */
async function counted(name, count, ...args) {
  const file = join(reports, `${name}.json`);
  let failure;
  try {
    await run(pinnedNode, args, { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
  } catch (error) {
    failure = error;
  }
  let sum = { passed: 0, failed: 0 };
  try {
    sum = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    failure ??= error;
  }
  if (sum.passed + sum.failed === 0) failure ??= new Error('No test was found.');
  if (!failure) return sum;
  throw Object.assign(failure, { counted: { ...sum, failed: Math.max(1, sum.failed) } });
}

/** A test that did not run counts as failed: neither tool may skip one here. */
const vitestCount = (report) => {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: report.numPassedTests, failed: report.numTotalTests - report.numPassedTests + broken.length };
};
const playwrightCount = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
});

const vitest = (project) => () =>
  counted(
    project,
    vitestCount,
    bin('vitest/vitest.mjs'),
    'run',
    `--project=${project}`,
    '--reporter=minimal',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  );

async function journeys() {
  env.CHROMIUM_PATH = (await node(...typescript, 'scripts/browser.ts')).trim().split('\n').at(-1);
  return counted('journeys', playwrightCount, bin('@playwright/test/cli.js'), 'test', '--reporter=list,json');
}

await part('set-up', one(setUp));
const checks = async (table) => {
  for (const [title, args] of Object.entries(table)) {
    await part(
      title,
      one(() => node(...args)),
    );
  }
};
await Promise.all([
  checks({ types: [bin('typescript/bin/tsc'), '--noEmit', '-p', '.'] }),
  checks({
    style: [bin('@biomejs/biome/bin/biome'), 'check', '--diagnostic-level=warn', '--error-on-warnings'],
    layers: [...typescript, 'scripts/layers.ts'],
    'unused code': [bin('knip/bin/knip.js')],
    migrations: [...typescript, 'scripts/new-migration.ts', '--check'],
  }),
]);
await part('unit tests', vitest('unit'));
await part('screen tests', vitest('screens'));
await part('database tests', vitest('db'));
await part('database tests with settings of their own', vitest('db-alone'));
if (!only) {
  await part(
    'production build',
    one(() => (isBuildStale() ? build() : undefined)),
  );
  await part('journeys', journeys);
}

rmSync(reports, { recursive: true, force: true });
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
