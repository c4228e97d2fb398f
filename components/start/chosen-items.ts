import type { TemplateView } from '@/lib/contracts/templates';

/** What a request has to propose for the chosen events: themselves, and of the properties only those they carry. */
export function chosenItems(template: TemplateView, eventIds: ReadonlySet<string>): TemplateView['items'] {
  const carried = new Set(
    template.events.filter((event) => eventIds.has(event.itemId)).flatMap((event) => event.properties),
  );
  return template.items.filter((item) => eventIds.has(item.itemId) || carried.has(item.itemId));
}
