import { sameJson } from '../../kit/canonical';
import { foldName } from '../../kit/fold';
import { err, ok, type Result } from '../../kit/result';
import type { Json, Owner, Scalar } from '../plan/parts';
import { type Choices, closest, shortened } from './choices';
import { parseDay } from './day-text';
import { type CellFault, fault } from './fault';
import { formatList, formatScalar, parseList, parseScalar } from './list-text';
import type { GridNames } from './names';

/** What a row holds, by field: of an item, or of one use of a property. */
export type Fields = Readonly<Record<string, Json>>;

/** A column: how the field behind it is written as text, and read back. Several columns may write parts of one field. */
export interface GridColumn {
  readonly key: string;
  readonly field: string;
  readonly label: string;
  /** In rem. */
  readonly width: number;
  readonly isLong?: boolean;
  readonly isMono?: boolean;
  readonly offers?: (names: GridNames) => readonly string[];
  /** Whether a text may hold several of the offers. */
  readonly isList?: boolean;
  readonly text: (fields: Fields, names: GridNames) => string;
  /** The fields with what a text says in this column; an empty text clears it. */
  readonly put: (fields: Fields, text: string, names: GridNames) => Result<Fields, CellFault>;
}

type Parsed = Result<Json, CellFault>;

interface Spec extends Omit<GridColumn, 'text' | 'put' | 'field'> {
  readonly field?: string;
  readonly format: (value: Json, names: GridNames) => string;
  readonly parse: (text: string, names: GridNames, before: Json) => Parsed;
}

/** A column of a whole field. A text that says what the field says already leaves it alone, byte by byte. */
function column({ format, parse, ...spec }: Spec): GridColumn {
  const field = spec.field ?? spec.key;
  const text: GridColumn['text'] = (fields, names) => format(fields[field] ?? null, names);
  return {
    ...spec,
    field,
    text,
    put: (fields, written, names) => {
      if (text(fields, names) === written) return ok(fields);
      const value = parse(written, names, fields[field] ?? null);
      if (!value.ok) return value;
      return ok(sameJson(fields[field], value.value) ? fields : { ...fields, [field]: value.value });
    },
  };
}

const asText = (value: Json) => (typeof value === 'string' ? value : '');
const part = (value: Json, key: string): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value[key] ?? null) : null;

/** Sentences, up to 10,000 characters, with line breaks. */
export function prose(key: string, label: string, width = 22): GridColumn {
  return column({
    ...{ key, label, width, isLong: true },
    format: asText,
    parse: (text) => (text.length > 10_000 ? err(fault('At most 10,000 characters fit here.')) : ok(text)),
  });
}

/** One line of at most 300 characters; `nullable` ones hold nothing rather than an empty text. */
export function line(key: string, label: string, options: Partial<Spec> & { nullable?: boolean } = {}): GridColumn {
  const { nullable = false, ...more } = options;
  return column({
    ...{ key, label, width: 10 },
    format: asText,
    parse: (text) => {
      const written = text.trim();
      if (/[\n\r\u2028\u2029]/u.test(written))
        return err(fault('Only one line fits here.', [written.replace(/\s+/gu, ' ')]));
      if (written.length > 300) return err(fault('At most 300 characters fit here.'));
      return ok(nullable && written === '' ? null : written);
    },
    ...more,
  });
}

/** The name of an item, which it must have. */
export const nameColumn: GridColumn = line('name', 'Name', {
  width: 16,
  isMono: true,
  parse: (text) => {
    const written = text.trim();
    if (written === '') return err(fault('An item needs a name.'));
    if (/[\n\r\u2028\u2029]/u.test(written)) return err(fault('A name is one line.', [written.replace(/\s+/gu, ' ')]));
    return written.length > 300 ? err(fault('At most 300 characters fit here.')) : ok(written);
  },
});

/** One of a few words; `empty` is what an empty cell says. */
export function word(
  key: string,
  label: string,
  words: Readonly<Record<string, string>>,
  empty: string,
  place: { readonly field: string; readonly part: string } | null = null,
): GridColumn {
  const labels = Object.values(words);
  const parse = (text: string): Parsed => {
    const wanted = foldName(text);
    if (wanted === '') return ok(empty);
    const found = Object.entries(words).find(([value, own]) => foldName(own) === wanted || foldName(value) === wanted);
    return found
      ? ok(found[0])
      : err(fault(`“${shortened(text)}” is not one of ${labels.join(', ')}.`, closest(text, labels)));
  };
  const says = (value: Json) => (typeof value === 'string' ? (words[value] ?? value) : '');
  return column({
    ...{ key, label, width: 8, offers: () => labels },
    ...(place ? { field: place.field } : {}),
    format: (value) => says(place ? part(value, place.part) : value),
    parse: (text, _names, before) => withPart(parse(text), before, place),
  });
}

function withPart(read: Parsed, before: Json, place: { readonly part: string } | null): Parsed {
  if (!read.ok || !place) return read;
  const whole = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  return ok({ ...whole, [place.part]: read.value });
}

/** A set of names of items, each an id behind the screen. */
export function items(key: 'sources' | 'destinations' | 'groups', label: string): GridColumn {
  return column({
    ...{ key, label, width: 14, isList: true, offers: (names) => names[key].labels },
    format: (value, names) => formatList(texts(value).map(names[key].labelOf)),
    parse: (text, names) => {
      const ids: string[] = [];
      for (const member of parseList(text)) {
        const id = names[key].find(member);
        if (!id.ok) return id;
        ids.push(id.value);
      }
      return ok([...new Set(ids)].sort());
    },
  });
}

/** One item by name, or nothing. */
export function item(
  key: string,
  label: string,
  of: (names: GridNames) => Choices,
  place: { readonly field: string; readonly part: string } | null = null,
): GridColumn {
  return column({
    ...{ key, label, width: 12, offers: (names) => of(names).labels },
    ...(place ? { field: place.field } : {}),
    format: (value, names) => {
      const id = asText(place ? part(value, place.part) : value);
      return id === '' ? '' : of(names).labelOf(id);
    },
    parse: (text, names, before) => withPart(text.trim() === '' ? ok(null) : of(names).find(text), before, place),
  });
}

/** A set of short texts. */
export function tags(key: string, label: string): GridColumn {
  return column({
    ...{ key, label, width: 12, isList: true },
    format: (value) => formatList(texts(value)),
    parse: (text) => {
      const members = parseList(text);
      const long = members.find((member) => member.length > 300 || /[\n\r]/u.test(member));
      return long === undefined ? ok(members.sort()) : err(fault(`“${shortened(long)}” is too long for a tag.`));
    },
  });
}

/** The team or person accountable, by name. */
export const ownerColumn: GridColumn = column({
  ...{ key: 'owner', label: 'Owner', width: 11, offers: (names: GridNames) => names.owners.labels },
  format: (value, names) => (value === null ? '' : names.owners.labelOf(ownerKey(value as unknown as Owner))),
  parse: (text, names) => {
    if (text.trim() === '') return ok(null);
    const key = names.owners.find(text);
    if (!key.ok) return key;
    const [type = '', id] = key.value.split(':');
    return id === undefined ? err(fault(`No team or person is called “${shortened(text)}”.`)) : ok({ type, id });
  },
});

const ownerKey = ({ type, id }: Owner) => `${type}:${id}`;

/** A day, or nothing. */
export function day(key: string, label: string): GridColumn {
  return column({
    ...{ key, label, width: 8 },
    format: asText,
    parse: (text) => (text.trim() === '' ? ok(null) : parseDay(text)),
  });
}

/** A number, or nothing; whole and not negative for lengths. */
export function number(key: string, label: string, isLength = false): GridColumn {
  return column({
    ...{ key, label, width: 7 },
    format: (value) => (typeof value === 'number' ? String(value) : ''),
    parse: (text) => {
      const written = text.trim();
      if (written === '') return ok(null);
      const value = Number(written);
      const isWrong = !Number.isFinite(value) || (isLength && (!Number.isSafeInteger(value) || value < 0));
      if (!isWrong) return ok(value);
      return err(fault(`“${shortened(written)}” is no ${isLength ? 'whole number from 0 on' : 'number'}.`));
    },
  });
}

/** Values that are allowed; what a property says of each is kept for those that stay. */
export function values(key: string, label: string, shape: 'with-meaning' | 'plain'): GridColumn {
  const memberValue = (member: Json) => (shape === 'plain' ? member : part(member, 'value')) as Scalar;
  return column({
    ...{ key, label, width: 14, isMono: true, isList: true },
    format: (value) => (Array.isArray(value) ? formatList(value.map((one) => formatScalar(memberValue(one)))) : ''),
    parse: (text, _names, before) => {
      const members = parseList(text).map(parseScalar);
      if (members.length === 0) return ok(null);
      if (members.length > 2_000) return err(fault('At most 2,000 values fit here.'));
      const said = new Map((Array.isArray(before) ? before : []).map((one) => [memberValue(one), one]));
      return ok(members.map((value) => (shape === 'plain' ? value : (said.get(value) ?? { value, meaning: '' }))));
    },
  });
}

/** A column of a field that has a text of its own. */
export function special(spec: Spec): GridColumn {
  return column(spec);
}

function texts(value: Json): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
