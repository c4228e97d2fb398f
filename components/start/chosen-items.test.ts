import { expect, it } from 'vitest';
import { emptySnapshot } from '@/lib/domain/plan/snapshot';
import { buildTemplate } from '@/lib/features/templates/build-template';
import { templates } from '@/lib/features/templates/templates';
import { chosenItems } from './chosen-items';

it('takes the chosen events and exactly the properties they carry', () => {
  const [template] = templates;
  if (!template) throw new Error('there are templates');
  const items = buildTemplate(template, emptySnapshot('pl_1'));
  const events = items.flatMap((item) => (item.kind === 'event' ? [item] : []));
  const view = {
    ...template,
    events: events.map((event) => ({
      itemId: event.id,
      name: event.name,
      category: '',
      meaning: '',
      firesWhen: '',
      properties: event.content.properties.map((use) => use.propertyId),
      isPresent: false,
    })),
    items: items.map((item) => ({ ...item, itemId: item.id, content: {} })),
  };
  const searched = events.find((event) => event.name === 'Search Performed');
  const chosen = chosenItems(view, new Set([searched?.id ?? '']));
  expect(chosen.map((item) => item.name).sort()).toEqual(['Search Performed', 'result_count', 'search_term']);
  expect(chosenItems(view, new Set(events.map((event) => event.id)))).toHaveLength(items.length);
});
