import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const parts = join(process.cwd(), 'lib/adapters/exports/documentation-site-parts');
const golden = join(process.cwd(), 'lib/adapters/exports/documentation-site.golden/assets/search.js');
const written = join(parts, 'search-script.generated.ts');

/** The search of a documentation's pages as one script for any browser, as the product's own search is now. */
export async function bundleSiteScript(): Promise<string> {
  const done = await build({
    configFile: false,
    logLevel: 'error',
    root: process.cwd(),
    resolve: { alias: { '@': process.cwd() } },
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      lib: { entry: join(parts, 'browser.ts'), formats: ['iife'], name: 'waymarkSearch' },
    },
  });
  const [output] = Array.isArray(done) ? done : [done];
  const chunk = output && 'output' in output ? output.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the search of the documentation gave no script');
  return chunk.code;
}

/** The module that carries the script to where pages are written. */
function siteScriptModule(script: string): string {
  const text = script.replace(/[\\`]|\$\{/g, (found) => `\\${found}`);
  return `// Made from browser.ts by \`npm run generate:site\`; a test tells when it is out of date.\n\n/** The search of a documentation's pages, ready for a browser. */\nexport const searchScript = \`${text}\`;\n`;
}

if (process.argv[1]?.endsWith('site-script.ts')) {
  const script = await bundleSiteScript();
  writeFileSync(written, siteScriptModule(script));
  writeFileSync(golden, script);
  console.log(`The search of the documentation: ${(script.length / 1024).toFixed(1)} KiB`);
}
