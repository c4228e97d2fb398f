import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The Chromium of this machine: the one named by CHROMIUM_PATH, the system's, or Playwright's own; undefined without any. */
export function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
  return [named, ...usual, chromium.executablePath()].find((path) => path !== undefined && existsSync(path));
}

/** The Chromium of this machine, installed now if there was none: the system's package as root, Playwright's otherwise. */
function ensureBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  const say = (text: string) => console.error(text);
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No Chromium found: installing the package of the system.');
    try {
      run('apt-get', 'update', '-qq');
      run('apt-get', 'install', '-y', '-qq', 'chromium');
    } catch {
      say('The package could not be installed.');
    }
  }
  if (!findBrowser()) {
    say("No Chromium found: running Playwright's installer.");
    run(process.execPath, 'node_modules/@playwright/test/cli.js', 'install', 'chromium');
  }
  const installed = findBrowser();
  if (!installed) throw new Error('there is no Chromium: install one or name it with CHROMIUM_PATH');
  return installed;
}

if (process.argv[1]?.endsWith('browser.ts')) console.log(ensureBrowser());
