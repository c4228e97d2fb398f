import { err, ok } from '../../kit/result';
import { consumerTypes } from '../plan/kinds/consumer-content';
import type { ItemKind } from '../plan/kinds/define';
import type { Json, Scalar } from '../plan/parts';
import type { PropertyType } from '../plan/property-type';
import {
  day,
  type GridColumn,
  item,
  items,
  line,
  nameColumn,
  number,
  ownerColumn,
  prose,
  special,
  tags,
  values,
  word,
} from './column';
import { fault } from './fault';
import { formatScalar, parseScalar } from './list-text';
import { formatType, parseType, typeOffers } from './type-text';

const lifecycle = word(
  'lifecycle',
  'Lifecycle',
  { planned: 'planned', live: 'live', deprecated: 'deprecated', retired: 'retired' },
  'planned',
  { field: 'lifecycle', part: 'state' },
);
const replacedBy = item('replacedBy', 'Replaced by', (names) => names.items, {
  field: 'lifecycle',
  part: 'replacedBy',
});
const namespace = line('namespace', 'Namespace', { nullable: true, isMono: true });
const displayName = line('displayName', 'Display name', { width: 12 });
const meaning = prose('meaning', 'Meaning', 26);
const closing = [ownerColumn, lifecycle, replacedBy, tags('tags', 'Tags'), day('reviewBy', 'Review by')];

const stage = line('stage', 'Stage', {
  nullable: true,
  width: 9,
  offers: (names) => names.stages,
});

const type = special({
  ...{ key: 'type', label: 'Type', width: 10, isMono: true, offers: () => typeOffers },
  format: (value) => (value === null ? '' : formatType(value as unknown as PropertyType)),
  parse: (text) => {
    const read = parseType(text);
    return read.ok ? ok(read.value as unknown as Json) : read;
  },
});

const dataClass = word(
  'dataClass',
  'Data class',
  { undeclared: 'undeclared', none: 'no personal data', personal: 'personal', sensitive: 'sensitive' },
  'undeclared',
  { field: 'dataClass', part: 'class' },
);

const consumerTypeWords = Object.fromEntries(consumerTypes.map((one) => [one, one.replaceAll('-', ' ')]));

const itemColumns: Record<ItemKind, readonly GridColumn[]> = {
  event: [
    nameColumn,
    meaning,
    prose('firesWhen', 'Fires when'),
    prose('doesNotCount', 'Does not count', 16),
    ...closing.slice(0, 2),
    stage,
    line('category', 'Category'),
    items('sources', 'Sources'),
    item('sourceOfTruth', 'Source of truth', (names) => names.sources),
    items('destinations', 'Destinations'),
    items('groups', 'Property groups'),
    ...closing.slice(2),
    word(
      'action',
      'Action',
      { track: 'track', page: 'page', screen: 'screen', identify: 'identify', group: 'group' },
      'track',
    ),
    displayName,
    namespace,
    prose('purpose', 'Purpose', 16),
  ],
  property: [
    nameColumn,
    meaning,
    type,
    values('allowedValues', 'Allowed values', 'with-meaning'),
    line('unit', 'Unit', { nullable: true, width: 6 }),
    dataClass,
    ...closing,
    line('format', 'Format', { nullable: true, width: 7 }),
    number('minimum', 'Minimum'),
    number('maximum', 'Maximum'),
    number('minLength', 'Shortest', true),
    number('maxLength', 'Longest', true),
    word('scope', 'Scope', { event: 'event', user: 'user', group: 'group' }, 'event'),
    displayName,
    namespace,
  ],
  'property-group': [nameColumn, meaning, ...closing, displayName, namespace],
  source: [
    nameColumn,
    meaning,
    word('runtime', 'Client or server', { client: 'client', server: 'server' }, 'client'),
    line('platform', 'Platform'),
    ...closing,
    displayName,
    namespace,
  ],
  destination: [nameColumn, meaning, line('service', 'Service'), ...closing, displayName, namespace],
  consumer: [
    nameColumn,
    meaning,
    word('type', 'Kind of consumer', consumerTypeWords, 'dashboard'),
    day('startsAt', 'Starts'),
    day('endsAt', 'Ends'),
    ...closing,
    displayName,
    namespace,
  ],
};

const presenceWords = ['always', 'sometimes', 'never'] as const;

const presence = special({
  ...{ key: 'presence', label: 'Presence', width: 14, offers: () => [...presenceWords, 'when '] },
  format: (value) => {
    const said = value as { kind: string; condition?: string } | null;
    return said === null ? '' : said.kind === 'when' ? `when ${said.condition ?? ''}` : said.kind;
  },
  parse: (text) => {
    const written = text.trim();
    if (written === '') return ok({ kind: 'sometimes' });
    const kind = presenceWords.find((one) => one === written.toLowerCase());
    if (kind) return ok({ kind });
    const [, condition] = /^\s*when\s(.+)$/isu.exec(text) ?? [];
    if (condition !== undefined && condition.trim() !== '') return ok({ kind: 'when', condition });
    return err(fault('Write always, sometimes, never, or “when …” with the condition.', [...presenceWords]));
  },
});

const pinned = special({
  ...{ key: 'pinned', label: 'Always this value', width: 10, isMono: true },
  format: (value) => (value === null ? '' : formatScalar((value as { value: Scalar }).value)),
  parse: (text) => ok(text === '' ? null : { value: parseScalar(text) }),
});

const useColumns: readonly GridColumn[] = [
  presence,
  values('allowedValues', 'Allowed values here', 'plain'),
  pinned,
  prose('note', 'Note', 26),
];

/** What the rows of a grid are. */
export type GridRows = 'items' | 'uses';

/** The columns of a grid in reading order; of items the first is the name. */
export function gridColumns(kind: ItemKind, rows: GridRows): readonly GridColumn[] {
  return rows === 'uses' ? useColumns : itemColumns[kind];
}

/** The fields that the columns of a grid write. */
export function gridFields(kind: ItemKind, rows: GridRows): readonly string[] {
  return [...new Set(gridColumns(kind, rows).map((column) => column.field))];
}
