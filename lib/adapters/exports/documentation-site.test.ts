import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { emptySnapshot, itemsOfKind, type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { arbitrarySnapshot, revisionOf } from '@/lib/domain/testing/arbitraries';
import { importInto, merged } from '../imports/testing/run';
import type { ExportFile, ExportPlan } from './define';
import { adapter } from './documentation-site';
import { createSite } from './documentation-site-parts/create-site';
import { trickyPlan } from './testing/plan';

const planOf = (snapshot: Snapshot): ExportPlan => ({ slug: 'shop', name: 'Shop', snapshot, ownerNames: new Map() });
const filesOf = (plan: ExportPlan) => adapter.files(plan, {}).files;
const pagesOf = (files: readonly ExportFile[]) => files.filter(({ path }) => path.endsWith('.html'));

/** Addresses on a page that lead nowhere. */
function broken(files: readonly ExportFile[]): string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return pagesOf(files).flatMap(({ path, text }) =>
    [...text.matchAll(/(?:href|src)="([^"]*)"/g)].flatMap(([, found = '']) => {
      if (/^https?:/.test(found)) return [];
      const { pathname, hash } = new URL(found, `file:///${path}`);
      const target = texts.get(pathname.slice(1));
      const isThere =
        target !== undefined && (hash === '' || target.includes(`id="${decodeURIComponent(hash.slice(1))}"`));
      return isThere ? [] : [`${path}: ${found}`];
    }),
  );
}

/** Everything on a page that would run or load. */
const alive =
  /<(?!\/?(?:html|head|meta|title|link|script|body|a|p|header|div|input|nav|main|footer|time|span|h1|h2|h3|section|dl|dt|dd|small|wbr|ul|ol|li|br|code|pre|table|thead|tbody|tr|th|td|b|article|noscript|!doctype)\b)|<script(?! src="(?:\.\.\/)?assets\/search\.js")|\son\w+=|style=|javascript:/i;

describe('the documentation of a plan', () => {
  it('links to nothing that is not there, and lets nothing run that was written in the plan', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        const files = filesOf(planOf(snapshot));
        expect(broken(files)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('shows names, sentences and addresses as they are written', () => {
    const evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
    const item = itemSchema.parse({
      id: 'ev_1',
      kind: 'event',
      namespace: evil,
      name: evil,
      content: {
        displayName: evil,
        meaning: `${evil} [click](javascript:alert(1)) \`${evil}\` https://a.example/"onmouseover=x`,
        firesWhen: evil,
        category: evil,
        tags: [evil],
        examples: [{ title: evil, payload: { [evil]: evil } }],
        links: [{ label: evil, url: 'https://a.example/?"><script>' }],
        extras: [{ key: evil, value: evil }],
      },
    });
    const past = {
      releases: [
        {
          number: 1,
          day: '2026-01-01',
          title: evil,
          counts: { breaking: 0, meaning: 0, additive: 1, editorial: 0 },
          words: [evil],
          notes: `## ${evil}\n- ${evil}`,
        },
      ],
      stepsOf: () => [
        { release: 1, day: '2026-01-01', version: '1.0.0', significance: 'meaning' as const, words: [evil] },
      ],
      formerNamesOf: () => [evil],
    };
    const glossary = [{ id: 'gt_1', term: 'script', aliases: [evil], definition: evil }];
    const plan = {
      ...planOf(snapshotOf('pl_1', 1, [revisionOf(item)])),
      name: evil,
      past,
      glossary,
      synonyms: [[evil, 'x']],
    };
    const { files } = createSite(plan, evil);
    for (const { path, text } of pagesOf(files)) {
      // Attributes are all in double quotes, so what is outside of them is what a browser takes for markup.
      expect(text.replace(/="[^"]*"/g, '=""').match(/<img|<script>|<[^>]*\son\w+=/), path).toBeNull();
    }
    expect(files.find(({ path }) => path === 'assets/search-data.js')?.text).not.toContain('<');
  });

  it('gives each item a page of its own, whatever it is called', () => {
    const pathsOf = (...names: string[]) => {
      const items = names.map((name, at) =>
        itemSchema.parse({ id: `ev_${at}aaaaaaaa`, kind: 'event', namespace: null, name, content: {} }),
      );
      return filesOf(
        planOf(
          snapshotOf(
            'pl_1',
            1,
            items.map((one) => revisionOf(one)),
          ),
        ),
      ).map(({ path }) => path);
    };
    expect(pathsOf('Order Completed', 'Gone')).toContain('events/order-completed.html');
    const both = pathsOf('Order Completed', 'order_completed', '🎉', 'index');
    expect(both.filter((path) => path.startsWith('events/')).sort()).toEqual(
      [
        'events/index-item.html',
        'events/index.html',
        'events/order-completed-0aaaaaaaa.html',
        'events/order-completed-1aaaaaaaa.html',
        'events/2aaaaaaaa.html',
      ].sort(),
    );
  });

  it('has pages for a plan without anything', () => {
    expect(filesOf(planOf(emptySnapshot('pl_1'))).map(({ path }) => path)).toContain('index.html');
    expect(broken(filesOf(planOf(trickyPlan)))).toEqual([]);
  });
});

describe('the documentation of the GitLab plan', () => {
  let files: readonly ExportFile[] = [];
  let snapshot: Snapshot = emptySnapshot('pl_1');

  beforeAll(async () => {
    const path = new URL('../../../e2e/fixtures/gitlab-events/plan.csv', import.meta.url);
    const empty = emptySnapshot('pl_1');
    snapshot = merged(empty, (await importInto(empty, readFileSync(path, 'utf8'))).changes);
    files = filesOf(planOf(snapshot));
  });

  it('has a page for every item, and every link leads somewhere', () => {
    expect(itemsOfKind(snapshot, 'event')).toHaveLength(1_013);
    expect(pagesOf(files).length).toBeGreaterThan(snapshot.items.size);
    expect(broken(files)).toEqual([]);
  });

  it('has no markup but its own', () => {
    for (const { path, text } of pagesOf(files)) expect(text.match(alive)?.[0], path).toBeUndefined();
  });
});
