import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/browser';

// Chosen here, since workers read this file again and inherit the environment.
process.env.WAYMARK_E2E_PORT ??= String(20_000 + Math.floor(Math.random() * 20_000));
// A server that already runs, for whoever writes a journey.
const running = process.env.WAYMARK_E2E_URL;
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'e2e',
  testMatch: ['journeys/**/*.ts'],
  ...(running ? {} : { globalSetup: './e2e/fixtures/server.ts' }),
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: running ?? `http://localhost:${process.env.WAYMARK_E2E_PORT}`,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    trace: 'off',
    screenshot: 'only-on-failure',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
