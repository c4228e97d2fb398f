import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

export type Layers = { modules: number; violations: string[] };

const root = process.cwd();
const folders = ['app', 'components', 'lib', 'cli', 'proxy.ts', 'instrumentation.ts'];

/** How many modules below `base` were looked at, and each import that goes against the directions of this house. */
export async function checkLayers(base = root): Promise<Layers> {
  const rules = pathToFileURL(join(root, '.dependency-cruiser.mjs')).href;
  const { forbidden, options } = ((await import(rules)) as { default: IConfiguration }).default;
  if (!forbidden || !options) throw new Error('.dependency-cruiser.mjs has no rules');
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const tsConfigFile = join(base, 'tsconfig.json');
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(base, folder))),
    {
      ...cruiseOptions,
      baseDir: resolve(base),
      ruleSet: { forbidden },
      validate: true,
      tsConfig: { fileName: tsConfigFile },
    },
    enhancedResolveOptions,
    { tsConfig: extractTSConfig(tsConfigFile) },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    modules: modules.filter(({ source }) =>
      folders.some((folder) => source === folder || source.startsWith(`${folder}/`)),
    ).length,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

if (process.argv[1]?.endsWith('layers.ts')) {
  const { modules, violations } = await checkLayers();
  for (const violation of violations) console.error(violation);
  console.log(`${modules} modules, ${violations.length} imports against the directions`);
  if (modules === 0) console.error('No module was found, so nothing was checked.');
  process.exit(modules > 0 && violations.length === 0 ? 0 : 1);
}
