import { expect, it } from 'vitest';
import { searchScript } from '@/lib/adapters/exports/documentation-site-parts/search-script.generated';
import { bundleSiteScript } from './site-script';

it('carries the search of the product as it is now into documentation sites; `npm run generate:site` renews it', async () => {
  expect(searchScript === (await bundleSiteScript())).toBe(true);
});
