import type { Item } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import { type ItemKind, itemKinds } from '@/lib/domain/plan/kinds/define';
import { type PropertyUse, propertyUseSchema } from '@/lib/domain/plan/property-use';
import { parseScalar, splitList, unguardCell } from '@/lib/domain/transfer/cells';
import {
  type ProfileColumn,
  profileColumns,
  type WaymarkColumn,
  type WaymarkRow,
  waymarkColumns,
} from '@/lib/domain/transfer/columns';
import type { DraftItem } from '@/lib/domain/transfer/draft';
import type { Findings } from '@/lib/domain/transfer/finding';
import { cellNames, readableItem, readableUse } from '@/lib/domain/transfer/readable';
import { parseType } from '@/lib/domain/transfer/type-text';
import { parsePresence, parseState } from '@/lib/domain/transfer/words';
import type { CsvRecord } from './records';

interface RowItem {
  readonly row: number;
  readonly cells: WaymarkRow;
  readonly kind: ItemKind;
  readonly content: Record<string, unknown>;
  readonly uses: { readonly row: number; readonly cells: WaymarkRow }[];
}

/** Reads an export of ours: the content of each item, and over it every readable cell that somebody changed. */
export class WaymarkReader {
  readonly #findings: Findings;
  readonly #places: readonly (readonly [ProfileColumn | WaymarkColumn, number])[];
  readonly #items = new Map<string, RowItem>();
  #count = 0;

  constructor(headers: readonly string[], findings: Findings) {
    this.#findings = findings;
    this.#places = [...profileColumns, ...waymarkColumns].map((column) => [column, headers.indexOf(column)] as const);
  }

  add(record: CsvRecord): void {
    const cells = Object.fromEntries(
      this.#places.map(([column, index]) => [column, unguardCell(record.cells[index] ?? '')]),
    ) as WaymarkRow;
    const { row } = record;
    const kind = itemKinds.find((known) => known === cells.waymark_kind.trim());
    if (!kind) {
      this.#findings.add('row.unknown-kind', { row, column: 'waymark_kind', value: cells.waymark_kind });
      return;
    }
    this.#count += 1;
    const name = nameOf(kind, cells);
    const id = cells.waymark_id.trim() || `new ${kind} ${cells.waymark_namespace} ${name}`;
    let item = this.#items.get(id);
    if (!item) {
      const content = cells.waymark_content === '' ? {} : this.#json(cells.waymark_content, row, 'waymark_content');
      if (!content) return;
      item = { row, cells, kind, content, uses: [] };
      this.#items.set(id, item);
    }
    if (kind !== 'property' && cells.property_name !== '') item.uses.push({ row, cells });
  }

  finish(): DraftItem[] {
    const drafts = [...this.#items].map(([id, item]) => this.#draft(id, item));
    const known = new Map<string, Item>();
    for (const draft of drafts) {
      const parsed = itemSchema.safeParse({
        id: draft.id,
        kind: draft.kind,
        namespace: draft.namespace,
        name: draft.name,
        content: draft.content,
      });
      if (parsed.success) known.set(draft.id, parsed.data);
    }
    return drafts.map((draft) => this.#edited(draft, known));
  }

  #draft(id: string, item: RowItem): DraftItem {
    const name = nameOf(item.kind, item.cells);
    const namespace = item.cells.waymark_namespace.trim() || null;
    return {
      row: item.row,
      kind: item.kind,
      id,
      namespace,
      name,
      content: item.content,
      owner: item.cells.owner.trim(),
      sources: null,
    };
  }

  /** Lays edited cells over the content: a cell counts as edited when it is not what the content would be written as. */
  #edited(draft: DraftItem, known: ReadonlyMap<string, Item>): DraftItem {
    const item = this.#items.get(draft.id);
    if (!item) return draft;
    const names = cellNames(known, new Map());
    const base = known.get(draft.id);
    const written = base ? readableItem(base, names) : {};
    const content: Record<string, unknown> = { ...draft.content };
    const edited = (column: ProfileColumn) => item.cells[column] !== (written[column] ?? '');
    const meaning = draft.kind === 'property' ? 'property_description' : 'event_description';
    if (edited(meaning)) content.meaning = item.cells[meaning];
    if (edited('status')) this.#setState(content, item);
    let sources: readonly string[] | null = null;
    if (draft.kind === 'event') {
      if (edited('event_trigger')) content.firesWhen = item.cells.event_trigger;
      if (edited('category')) content.category = item.cells.category;
      if (edited('sources')) sources = splitList(item.cells.sources, '|');
    }
    if (draft.kind === 'property') this.#setProperty(content, item, edited, base);
    if (draft.kind === 'event' || draft.kind === 'property-group')
      content.properties = item.uses.flatMap((use) => this.#use(use.row, use.cells, known) ?? []);
    return { ...draft, content, sources };
  }

  #setState(content: Record<string, unknown>, item: RowItem): void {
    if (item.cells.status === '') return;
    const state = parseState(item.cells.status);
    if (!state) this.#findings.add('status.unknown', { row: item.row, column: 'status', value: item.cells.status });
    else content.lifecycle = { replacedBy: null, ...(content.lifecycle as object | undefined), state };
  }

  #setProperty(
    content: Record<string, unknown>,
    item: RowItem,
    edited: (column: ProfileColumn) => boolean,
    base: Item | undefined,
  ): void {
    let type = base?.kind === 'property' ? base.content.type : ({ type: 'any' } as const);
    if (edited('property_type') && item.cells.property_type !== '') {
      const told = parseType(item.cells.property_type);
      if (told) type = told as typeof type;
      else
        this.#findings.add('type.unknown', { row: item.row, column: 'property_type', value: item.cells.property_type });
      if (told) content.type = told;
    }
    if (!edited('allowed_values')) return;
    const before = new Map(
      (base?.kind === 'property' ? (base.content.allowedValues ?? []) : []).map((entry) => [entry.value, entry]),
    );
    const values = this.#values(item.row, item.cells, type);
    content.allowedValues = values.length === 0 ? null : values.map((value) => before.get(value) ?? { value });
  }

  #values(row: number, cells: WaymarkRow, type: Parameters<typeof parseScalar>[1]) {
    return splitList(cells.allowed_values, '|').flatMap((text) => {
      const value = parseScalar(text, type);
      if (value === undefined) this.#findings.add('value.wrong-type', { row, value: text });
      return value === undefined ? [] : [value];
    });
  }

  #use(row: number, cells: WaymarkRow, known: ReadonlyMap<string, Item>): unknown {
    const property = known.get(cells.waymark_property_id) ?? byName(cells.property_name, known);
    const propertyId = cells.waymark_property_id || property?.id;
    if (!propertyId) {
      this.#findings.add('item.reference-missing', { row, column: 'property_name', value: cells.property_name });
      return undefined;
    }
    const rest = cells.waymark_use === '' ? {} : this.#json(cells.waymark_use, row, 'waymark_use');
    if (!rest) return undefined;
    const parsed = propertyUseSchema.safeParse({ ...rest, propertyId });
    if (!parsed.success) {
      this.#findings.add('row.unreadable', {
        row,
        column: 'waymark_use',
        value: parsed.error.issues[0]?.message ?? 'not a use',
      });
      return undefined;
    }
    return this.#editedUse(parsed.data, row, cells, property?.kind === 'property' ? property : undefined);
  }

  #editedUse(use: PropertyUse, row: number, cells: WaymarkRow, property: Item<'property'> | undefined): PropertyUse {
    const written = readableUse(use, property);
    let result = use;
    if (cells.property_required !== (written.property_required ?? '') && cells.property_required !== '') {
      const presence = parsePresence(cells.property_required);
      if (presence) result = { ...result, presence };
      else this.#findings.add('presence.unknown', { row, column: 'property_required', value: cells.property_required });
    }
    if (cells.property_description !== (written.property_description ?? '')) {
      result = {
        ...result,
        note: cells.property_description === property?.content.meaning ? '' : cells.property_description,
      };
    }
    if (cells.allowed_values !== (written.allowed_values ?? '')) {
      const values = this.#values(row, cells, property?.content.type ?? { type: 'any' });
      result = { ...result, allowedValues: values.length === 0 ? null : values };
    }
    return result;
  }

  #json(text: string, row: number, column: string): Record<string, unknown> | undefined {
    const value = parseJson(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.#findings.add('row.unreadable', {
      row,
      column,
      value: value === broken ? 'a text in it is not valid Unicode' : 'not a JSON object',
    });
    return undefined;
  }
}

const broken = Symbol('broken text');

/** Escapes in JSON can bring what the file's own text could not: NUL and halves of characters. */
function parseJson(text: string): unknown {
  let damaged = false;
  const watch = (_key: string, value: unknown) => {
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed())) damaged = true;
    return value;
  };
  try {
    const value: unknown = /\\u(?:d[89a-f]|0000)/iu.test(text) ? JSON.parse(text, watch) : JSON.parse(text);
    return damaged ? broken : value;
  } catch {
    return undefined;
  }
}

function nameOf(kind: ItemKind, cells: WaymarkRow): string {
  return (kind === 'event' ? cells.event_name : kind === 'property' ? cells.property_name : cells.waymark_name).trim();
}

function byName(name: string, known: ReadonlyMap<string, Item>): Item | undefined {
  for (const item of known.values()) if (item.kind === 'property' && item.name === name) return item;
  return undefined;
}
