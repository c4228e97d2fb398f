type Content = Readonly<Record<string, unknown>>;

/** Gives the id an item has here; `null` where there is none. */
type Here = (id: string, field: string) => string | null;

/** The content with every reference to another item turned into the id it has here; references to nothing are left out. */
export function remapReferences(content: Content, here: Here): Content {
  const result: Record<string, unknown> = { ...content };
  const rewrite = (field: string, change: (value: unknown) => unknown) => {
    if (result[field] !== undefined && result[field] !== null) result[field] = change(result[field]);
  };
  const id = (field: string) => (value: unknown) => (typeof value === 'string' ? here(value, field) : value);
  const ids = (field: string) => (value: unknown) =>
    Array.isArray(value) ? value.map(id(field)).filter((one) => one !== null) : value;
  rewrite('lifecycle', (value) => member(value, 'replacedBy', id('lifecycle')));
  rewrite('sourceOfTruth', id('sourceOfTruth'));
  for (const field of ['sources', 'destinations', 'groups']) rewrite(field, ids(field));
  rewrite('nameMapping', (value) => members(value, (entry) => required(entry, 'itemId', id('nameMapping'))));
  rewrite('uses', (value) =>
    members(value, (entry) => member(member(entry, 'eventId', id('uses')), 'propertyId', id('uses'))),
  );
  rewrite('properties', (value) =>
    members(value, (entry) => {
      const use = required(entry, 'propertyId', id('properties'));
      return (
        use &&
        member(use, 'perSource', (list) =>
          members(list, (difference) => required(difference, 'sourceId', id('properties'))),
        )
      );
    }),
  );
  return result;
}

function member(value: unknown, key: string, change: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const before: unknown = (value as Content)[key];
  return before === null ? value : { ...value, [key]: change(before) };
}

/** The entry with its id turned; nothing when that id is nowhere. */
function required(value: unknown, key: string, change: (value: unknown) => unknown): unknown {
  const result = member(value, key, change);
  return typeof result === 'object' && result !== null && (result as Content)[key] === null ? null : result;
}

function members(value: unknown, change: (entry: unknown) => unknown): unknown {
  return Array.isArray(value) ? value.map(change).filter((entry) => entry !== null) : value;
}
