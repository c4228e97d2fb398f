import { expect, it } from 'vitest';
import { ciSnippet, commandLine } from './command-line';

const place = { workspace: 'acme', plan: 'shop' };

it('names workspace, plan, format and state, and no token', () => {
  expect(commandLine('https://waymark.example', place, { format: 'csv', at: '12' }, 'shop.csv')).toBe(
    `curl -fsSL -H "Authorization: Bearer $WAYMARK_TOKEN" -o 'shop.csv' 'https://waymark.example/api/v1/workspaces/acme/plans/shop/exports?format=csv&at=12'`,
  );
});

it('cannot be broken out of by a quote', () => {
  expect(commandLine('https://waymark.example', place, { format: 'csv', filter: "it's" }, "o'k.csv")).toContain(
    `-o 'o'\\''k.csv'`,
  );
});

it('unpacks an archive', () => {
  expect(ciSnippet('https://waymark.example', place, { format: 'json-schema' }, 'shop-v1-json-schema.zip')).toContain(
    "unzip -o 'shop-v1-json-schema.zip' -d tracking-plan",
  );
});
