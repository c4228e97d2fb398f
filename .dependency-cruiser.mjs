// Tests, and what only they use.
const test = '\\.test\\.tsx?$|/testing/|/fixtures\\.ts$|^lib/api/matrix[./]';
const packages = '^node_modules/';

/** Modules at `path` may import only what matches one of `may`; Node's own modules count only where asked for. */
const only = (name, path, ...may) => ({
  name,
  severity: 'error',
  from: { path, pathNot: test },
  to: { pathNot: may },
});
/** The same, for code that runs on the server and may use Node's own modules. */
const onlyOnServer = (name, path, ...may) => ({
  ...only(name, path, ...may),
  to: { pathNot: may, dependencyTypesNot: ['core'] },
});
const never = (name, from, to) => ({ name, severity: 'error', from, to });

const domain = '^lib/domain/';
const kit = '^lib/kit/';
const zod = '^node_modules/zod/';

/** The import directions of this house; docs/decisions tells why each stands. */
export default {
  forbidden: [
    only('kit-stands-alone', '^lib/kit/', kit, '^node_modules/@noble/hashes/'),
    only('domain-is-pure', '^lib/domain/', domain, kit, zod),
    only('contracts-are-schemas', '^lib/contracts/', '^lib/contracts/', domain, kit, zod),
    only('client-speaks-contracts', '^lib/client/', '^lib/client/', '^lib/contracts/', domain, kit, packages),
    onlyOnServer('adapters-know-the-domain', '^lib/adapters/', '^lib/adapters/', domain, kit, packages),
    onlyOnServer('infra-knows-no-noun', '^lib/infra/', '^lib/infra/', domain, kit, packages),
    onlyOnServer('store-speaks-domain', '^lib/store/', '^lib/store/', '^lib/infra/', domain, kit, packages),
    onlyOnServer(
      'features-use-what-is-below',
      '^lib/features/',
      '^lib/(features|store|infra|adapters|contracts)/',
      domain,
      kit,
      packages,
    ),
    onlyOnServer('api-asks-features', '^lib/api/', '^lib/(api|features|contracts|infra)/', domain, kit, packages),
    only(
      'components-know-no-server',
      '^components/',
      '^components/',
      '^lib/(client|contracts)/',
      domain,
      kit,
      packages,
    ),
    only('ui-has-no-noun', '^components/ui/', '^components/ui/', kit, packages),
    only('shared-stands-on-ui', '^components/shared/', '^components/(ui|shared)/', '^lib/', packages),
    onlyOnServer(
      'app-only-routes',
      '^app/',
      '^app/',
      '^components/',
      '^lib/(features|api|contracts|client|infra/auth)/',
      domain,
      kit,
      packages,
    ),
    onlyOnServer('cli-speaks-the-api', '^cli/', '^cli/', '^lib/(contracts|adapters)/', domain, kit, packages),
    never(
      'features-are-strangers',
      // The demo acts as its people do, through their use cases: docs/decisions/0004.
      { path: '^lib/features/([^/]+)/', pathNot: [test, '^lib/features/demo/'] },
      { path: '^lib/features/', pathNot: '^lib/features/$1/' },
    ),
    never(
      'nouns-meet-in-a-page',
      { path: '^components/([^/]+)/', pathNot: '^components/(ui|shared)/' },
      { path: '^components/', pathNot: '^components/(ui|shared|$1)/' },
    ),
    never(
      'adapters-are-strangers',
      { path: '^lib/adapters/([^/]+)/', pathNot: [test, '/(list|contract)\\.ts$'] },
      { path: '^lib/adapters/', pathNot: '^lib/adapters/$1/(define|_[^/]+)\\.ts$|^lib/adapters/$1/[^/]+/' },
    ),
    never(
      'prisma-stays-home',
      { pathNot: '^lib/(infra/db|store)/' },
      { path: '^lib/infra/db/generated/|^node_modules/@prisma/' },
    ),
    never(
      'only-store-asks-the-database',
      { path: '^(app|components|lib/(client|contracts|domain|api|adapters))/', pathNot: test },
      { path: '^lib/(store|infra/db)/' },
    ),
    never('nothing-imports-tests', { pathNot: test }, { path: test }),
    never('no-cycles', {}, { circular: true }),
    never('everything-resolves', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: ['^node_modules/', '^lib/infra/db/generated/'] },
    exclude: { path: ['^\\.next/', '^next-env\\.d\\.ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
