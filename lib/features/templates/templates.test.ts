import { describe, expect, it } from 'vitest';
import { lint } from '@/lib/domain/conventions/lint';
import { conventionSettingsSchema } from '@/lib/domain/conventions/settings';
import { emptySnapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { revisionOf } from '@/lib/domain/testing/arbitraries';
import { buildTemplate } from './build-template';
import { templateProperties } from './properties';
import { templates } from './templates';

const nothing = emptySnapshot('pl_1');

describe.each(templates)('the template $label', (template) => {
  const items = buildTemplate(template, nothing);
  const events = items.filter((item) => item.kind === 'event');

  it('has 15 to 30 events with a meaning and a trigger', () => {
    expect(events.length).toBeGreaterThanOrEqual(15);
    expect(events.length).toBeLessThanOrEqual(30);
    expect(new Set(events.map((event) => event.name)).size).toBe(template.events.length);
    expect(events.filter((event) => event.content.meaning === '' || event.content.firesWhen === '')).toEqual([]);
  });

  it('carries only properties that it defines, each once', () => {
    const properties = items.filter((item) => item.kind === 'property');
    const known = new Set(properties.map((property) => property.id));
    expect(events.flatMap((event) => event.content.properties).filter((use) => !known.has(use.propertyId))).toEqual([]);
    expect(new Set(properties.map((property) => property.name)).size).toBe(properties.length);
  });

  it('keeps the conventions; only owners are left to be named', () => {
    const plan = snapshotOf(
      'pl_1',
      1,
      items.map((item) => revisionOf(item)),
    );
    const found = lint(plan, conventionSettingsSchema.parse({})).filter((finding) => finding.rule !== 'missing-owner');
    expect(found.map((finding) => `${finding.rule}: ${finding.words}`)).toEqual([]);
  });

  it('proposes nothing that the plan has, and carries its properties', () => {
    const plan = snapshotOf(
      'pl_1',
      1,
      items.map((item) => revisionOf(item)),
    );
    expect(buildTemplate(template, plan)).toEqual([]);
    const properties = items.filter((item) => item.kind === 'property');
    const half = snapshotOf(
      'pl_1',
      1,
      properties.map((item) => revisionOf(item)),
    );
    expect(buildTemplate(template, half).filter((item) => item.kind === 'property')).toEqual([]);
  });
});

it('every property is used by a template', () => {
  const used = new Set(templates.flatMap((template) => template.events.flatMap((event) => event.properties)));
  const names = new Set([...used].map((text) => text.replace(/!$/u, '')));
  expect(Object.keys(templateProperties).filter((name) => !names.has(name))).toEqual([]);
});
