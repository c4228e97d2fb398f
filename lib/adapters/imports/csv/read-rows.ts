import { eventActions } from '@/lib/domain/plan/kinds/event-content';
import type { Scalar } from '@/lib/domain/plan/parts';
import { linkSchema } from '@/lib/domain/plan/parts';
import type { PropertyType } from '@/lib/domain/plan/property-type';
import { splitList } from '@/lib/domain/transfer/cells';
import type { DraftEvent, DraftUse } from '@/lib/domain/transfer/draft';
import type { Findings } from '@/lib/domain/transfer/finding';
import type { ColumnField, Mapping } from '@/lib/domain/transfer/mapping';
import { parseType } from '@/lib/domain/transfer/type-text';
import { parsePresence, parseState } from '@/lib/domain/transfer/words';
import { foldName } from '@/lib/kit/fold';
import { spreadNamespaces } from './namespaces';
import type { CsvRecord } from './records';
import type { RowEvent } from './row-event';

const textFields = ['displayName', 'meaning', 'firesWhen', 'doesNotCount', 'purpose', 'category', 'stage'] as const;

/** Gathers rows into events: each row adds what it says; a cell that says otherwise than an earlier one is a finding. */
export class RowReader {
  readonly #mapping: Mapping;
  readonly #findings: Findings;
  readonly #columns = new Map<ColumnField, number>();
  readonly #extras: { readonly header: string; readonly index: number }[] = [];
  readonly #many = new Map<'link' | 'tags', number[]>();
  readonly #apart: readonly number[];
  readonly #events = new Map<string, RowEvent>();
  readonly #types = new Map<string, PropertyType | null>();
  #last: RowEvent | undefined;

  constructor(mapping: Mapping, headers: readonly string[], findings: Findings) {
    this.#mapping = mapping;
    this.#findings = findings;
    headers.forEach((header, index) => {
      const field = mapping.columns.find((column) => column.header === header)?.field ?? 'ignore';
      if (field === 'extra' || field === 'key') this.#extras.push({ header, index });
      if (field === 'link' || field === 'tags') this.#many.set(field, [...(this.#many.get(field) ?? []), index]);
      else if (field !== 'extra' && field !== 'ignore') this.#columns.set(field, index);
    });
    this.#apart = mapping.namespaces.columns.map((header) => headers.indexOf(header)).filter((index) => index >= 0);
    for (const { from, to } of mapping.types) this.#types.set(from, parseType(to) ?? null);
  }

  add(record: CsvRecord): void {
    const name = this.#cell(record, 'name');
    const property = this.#cell(record, 'property.name');
    // Merged cells: the name stands in the first of its rows only.
    const continues = name === '' && property !== '' && this.#last !== undefined;
    if (name === '' && !continues) {
      this.#findings.add('row.empty-name', { row: record.row, column: this.#header('name') });
      return;
    }
    const event = continues && this.#last ? this.#last : this.#event(record, name);
    this.#last = event;
    event.rows.push(record.row);
    if (!continues) this.#tell(event, record);
    if (property !== '') this.#uses(event, record, property);
  }

  /** Every event, each under a namespace that keeps its name its own. */
  finish(): DraftEvent[] {
    const events = [...this.#events.values()];
    spreadNamespaces(events, this.#mapping.namespaces, this.#findings);
    return events;
  }

  #event(record: CsvRecord, name: string): RowEvent {
    const keyColumn = this.#columns.get('key');
    const key = keyColumn === undefined ? '' : (record.cells[keyColumn]?.trim() ?? '');
    const apart = this.#apart.map((index) => record.cells[index]?.trim() ?? '');
    const identity = key === '' ? `name\n${foldName(name)}\n${apart.map(foldName).join('\n')}` : `key\n${key}`;
    const known = this.#events.get(identity);
    if (known) {
      if (known.name !== name) {
        if (foldName(known.name) === foldName(name))
          this.#findings.add('event.name-spelling', { row: record.row, value: known.name });
        else
          this.#findings.add('event.contradiction', {
            row: record.row,
            column: this.#header('name'),
            value: known.name,
          });
      }
      return known;
    }
    const event: RowEvent = {
      key: key === '' || keyColumn === undefined ? null : { column: this.#extraHeader(keyColumn), value: key },
      namespace: null,
      name,
      apart,
      rows: [],
      fields: {},
      state: null,
      owner: null,
      sources: [],
      links: [],
      extras: new Map(),
      uses: [],
    };
    this.#events.set(identity, event);
    return event;
  }

  #tell(event: RowEvent, record: CsvRecord): void {
    for (const field of textFields) {
      const told = this.#cell(record, field);
      if (told === '') continue;
      const before = event.fields[field];
      if (before === undefined) event.fields = { ...event.fields, [field]: told };
      else if (before !== told)
        this.#findings.add('event.contradiction', { row: record.row, column: this.#header(field), value: event.name });
    }
    this.#tellAction(event, record);
    this.#tellState(event, record);
    const owner = this.#cell(record, 'owner');
    if (owner !== '' && event.owner !== null && event.owner !== owner)
      this.#findings.add('event.contradiction', { row: record.row, column: this.#header('owner'), value: event.name });
    if (owner !== '') event.owner ??= owner;
    event.sources = union(event.sources, this.#list(this.#cell(record, 'sources')));
    for (const index of this.#many.get('tags') ?? [])
      event.fields = {
        ...event.fields,
        tags: union(event.fields.tags ?? [], this.#list(record.cells[index]?.trim() ?? '')),
      };
    for (const index of this.#many.get('link') ?? []) this.#tellLinks(event, record, index);
    for (const { header, index } of this.#extras) {
      const value = record.cells[index]?.trim() ?? '';
      const before = event.extras.get(header);
      if (value === '' || before === value) continue;
      // A fact that differs from row to row is kept as the list of what was said.
      event.extras.set(header, before === undefined ? value : union(before.split(' | '), [value]).join(' | '));
    }
  }

  #tellAction(event: RowEvent, record: CsvRecord): void {
    const text = this.#cell(record, 'action').toLowerCase();
    if (text === '' || event.fields.action !== undefined) return;
    const action = eventActions.find((known) => known === text);
    if (action) event.fields = { ...event.fields, action };
    else this.#findings.add('action.unknown', { row: record.row, column: this.#header('action'), value: text });
  }

  #tellState(event: RowEvent, record: CsvRecord): void {
    const text = this.#cell(record, 'status');
    if (text === '') return;
    const state = this.#mapping.statuses.find((entry) => entry.from === text)?.to ?? parseState(text);
    if (state) event.state ??= state;
    else this.#findings.add('status.unknown', { row: record.row, column: this.#header('status'), value: text });
  }

  #tellLinks(event: RowEvent, record: CsvRecord, index: number): void {
    const text = record.cells[index]?.trim() ?? '';
    if (text === '') return;
    const header = this.#extraHeader(index);
    const link = linkSchema.safeParse({ label: header, url: text });
    if (!link.success) {
      this.#findings.add('link.unreadable', { row: record.row, column: header, value: text });
      event.extras.set(header, text);
    } else if (!event.links.some((known) => known.url === text)) event.links = [...event.links, link.data];
  }

  #uses(event: RowEvent, record: CsvRecord, cell: string): void {
    const names = this.#mapping.rowIs === 'event' ? this.#list(cell) : [cell];
    for (const name of names) {
      if (event.uses.some((use) => foldName(use.name) === foldName(name))) {
        this.#findings.add('use.repeated', { row: record.row, value: name });
        continue;
      }
      const type = this.#type(record);
      const examples = this.#cell(record, 'property.examples');
      event.uses.push({
        row: record.row,
        name,
        type,
        values: this.#list(this.#cell(record, 'property.allowedValues')),
        presence: this.#presence(record),
        meaning: this.#cell(record, 'property.meaning'),
        examples: examples === '' ? [] : [exampleOf(examples, type)],
      });
    }
  }

  #type(record: CsvRecord): PropertyType | null {
    const text = this.#cell(record, 'property.type');
    if (text === '') return null;
    let type = this.#types.get(text);
    if (type === undefined) {
      type = parseType(text) ?? null;
      this.#types.set(text, type);
    }
    if (type === null)
      this.#findings.add('type.unknown', { row: record.row, column: this.#header('property.type'), value: text });
    return type;
  }

  #presence(record: CsvRecord): DraftUse['presence'] {
    const text = this.#cell(record, 'property.presence');
    if (text === '') return null;
    const chosen = this.#mapping.presences.find((entry) => entry.from === text)?.to;
    const presence = chosen ? { kind: chosen } : parsePresence(text);
    if (!presence)
      this.#findings.add('presence.unknown', {
        row: record.row,
        column: this.#header('property.presence'),
        value: text,
      });
    return presence ?? null;
  }

  #list(cell: string): string[] {
    return cell === '' ? [] : splitList(cell, this.#mapping.listSeparator);
  }

  #cell(record: CsvRecord, field: ColumnField): string {
    const index = this.#columns.get(field);
    return index === undefined ? '' : (record.cells[index]?.trim() ?? '');
  }

  #header(field: ColumnField): string {
    return this.#mapping.columns.find((column) => column.field === field)?.header ?? field;
  }

  #extraHeader(index: number): string {
    return this.#mapping.columns[index]?.header ?? `Column ${index + 1}`;
  }
}

function union(before: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...before, ...more])];
}

function exampleOf(text: string, type: PropertyType | null): Scalar {
  if ((type?.type === 'integer' || type?.type === 'number') && /^-?\d+(\.\d+)?$/u.test(text)) return Number(text);
  return text.slice(0, 1_000);
}
