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
import { stepWith, trickyJourneys, trickyPlan } from './testing/plan';

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
      journeys: {
        ...{ stages: [evil], snapshot: snapshotOf('pl_1', 1, [revisionOf(item)]) },
        list: ['ev_1', 'ev_2', null].map((eventId, at) => ({
          ...{ id: `jn_${at}`, name: evil, description: evil },
          steps: [
            stepWith('st_1', { ...{ eventId, title: at === 0 ? '' : evil, stage: evil, knownAs: evil, note: evil } }),
            stepWith('st_2', {
              ...{ stage: `${evil}!`, title: evil, imageDigest: evil, imageAlt: evil, branches: ['st_1'] },
              annotations: [{ id: 'an_1', x: 0, y: 0, width: 0, height: 0, label: evil, itemId: 'ev_1' }],
            }),
          ],
        })),
      },
    };
    const { files } = createSite(plan, evil);
    expect(broken(files).filter((one) => !one.includes('onmouseover'))).toEqual([]);
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

describe('the journeys of a documentation', () => {
  const plan = { ...planOf(trickyPlan), journeys: trickyJourneys };
  const textOf = (files: readonly ExportFile[], path: string) => files.find((file) => file.path === path)?.text ?? '';
  const page = textOf(filesOf(plan), 'journeys/buying-paying.html');

  it('stand stage by stage in the order of the plan, each step with where it leads', () => {
    expect([...page.matchAll(/href="#stage-\d">([^<]+)/g)].map(([, stage]) => stage)).toEqual([
      'Acquisition',
      'Activation',
      'Retention',
      'Left over',
    ]);
    expect([...page.matchAll(/<li id="(st_\d)"/g)].map(([, id]) => id)).toEqual(['st_1', 'st_2', 'st_3', 'st_4']);
    expect([...page.matchAll(/class="walk" start="(\d)"/g)].map(([, start]) => start)).toEqual(['1', '2', '4']);
    const ways = [...page.matchAll(/<p class="ways">(.*?)<\/p>/g)].map(([, way = '']) => way.replace(/<[^>]+>/g, ''));
    expect(ways).toEqual([
      'Leads to 2 Order Completed, 3 Gives up',
      'Leads to 3 Gives up, and back to 1 Looks around',
      'The journey ends here.',
      'The journey ends here.',
    ]);
  });

  it('lead to what the plan holds, and say what it does not', () => {
    const files = filesOf(plan);
    expect(broken(files)).toEqual([]);
    expect(page).toContain('<span class="chip retired">Retired</span>');
    expect(page).toContain('<span class="chip missing">The event is not in the plan</span>');
    expect(page).toContain('href="../properties/revenue.html"');
    expect(textOf(files, 'events/order-completed-1.html')).toContain(
      '<a href="../journeys/buying-paying.html"><span dir="auto">Buying &amp; paying</span></a> (step <a href="../journeys/buying-paying.html#st_2">2</a>)',
    );
    expect(textOf(files, 'events/order-completed-3.html')).not.toContain('In journeys');
    expect(textOf(files, 'assets/search-data.js')).toContain('"path":"journeys/buying-paying.html#st_1"');
  });

  it('say which events of a stage they leave out', () => {
    const staged = ['Seen', 'Bought', 'Sent back'].map((name, at) =>
      revisionOf(itemSchema.parse({ id: `ev_${at}`, kind: 'event', namespace: null, name, content: { stage: 'use' } })),
    );
    const snapshot = snapshotOf('pl_1', 1, staged);
    const steps = [stepWith('st_1', { stage: 'use', eventId: 'ev_0', knownAs: 'Seen' })];
    const list = [{ id: 'jn_1', name: 'One', description: '', steps }];
    const journeys = { stages: ['use'], snapshot, list };
    const told = textOf(filesOf({ ...planOf(snapshot), journeys }), 'journeys/one.html');
    expect(told).toMatch(/1 of 3 events is told\. Not told: .*events\/bought\.html.*events\/sent-back\.html/);
  });

  it('have a page each, whatever they are called', () => {
    const list = ['Sign up', 'sign_up', 'Index'].map((name, at) => ({
      ...{ id: `jn_${at}aaaaaaaaaaa`, name, description: '', steps: [] },
    }));
    const files = filesOf({ ...plan, journeys: { ...trickyJourneys, list } });
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith('journeys/'));
    expect(paths).toEqual([
      'journeys/index.html',
      'journeys/sign-up-0aaaaaaaaa.html',
      'journeys/sign-up-1aaaaaaaaa.html',
      'journeys/index-item.html',
    ]);
    expect(broken(files)).toEqual([]);
  });

  it('tell of events that the pages leave out without a link to them', () => {
    const { files } = createSite({ ...plan, snapshot: emptySnapshot('pl_1') }, null);
    expect(broken(files)).toEqual([]);
    expect(textOf(files, 'journeys/buying-paying.html')).toContain('>Live in both its sources<');
  });

  it('are missing where there are none', () => {
    const files = filesOf({ ...plan, journeys: { ...trickyJourneys, list: [] } });
    expect(files.filter(({ path }) => path.startsWith('journeys'))).toEqual([]);
    expect(textOf(files, 'index.html')).not.toMatch(/journey/i);
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
