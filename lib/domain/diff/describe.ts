import { assertNever } from '../../kit/assert-never';
import { qualifiedName } from '../plan/item';
import type { FieldDefinition } from '../plan/kinds/define';
import { fieldOf, kinds } from '../plan/kinds/list';
import type { PropertyUse } from '../plan/property-use';
import type { Difference } from './difference';
import { memberOf } from './member';
import { type Names, partsInWords, scalarInWords, sentInWords, valueInBrief, valueInWords } from './words';

/** A difference as screens and notifications say it. */
export interface Description {
  /** The field, and the member where there is one: `Fires when`, `Properties · currency · Presence`. */
  readonly label: string;
  /** All it said and says, in words; missing where there was nothing. */
  readonly before?: string;
  readonly after?: string;
  /** "'currency' is now always sent; was sometimes" */
  readonly sentence: string;
}

/** Says a difference in words; ids are resolved by `names`. */
export function describeDifference(difference: Difference, names: Names): Description {
  switch (difference.type) {
    case 'item-added':
      return {
        label: kinds[difference.kind].label,
        after: qualifiedName(difference.after),
        sentence: `${kindWord(difference)} '${qualifiedName(difference.after)}' is new`,
      };
    case 'item-removed':
      return {
        label: kinds[difference.kind].label,
        before: qualifiedName(difference.before),
        sentence: `${kindWord(difference)} '${qualifiedName(difference.before)}' was removed`,
      };
    case 'field-changed':
      return describeField(difference, names);
    case 'member-added':
    case 'member-removed':
      return describeMember(difference, names);
    case 'member-changed':
      return describePart(difference, names);
    default:
      return assertNever(difference);
  }
}

type Of<T extends Difference['type']> = Extract<Difference, { type: T }>;

function describeField(difference: Of<'field-changed'>, names: Names): Description {
  const field = fieldOf(difference.kind, difference.field);
  const label = field?.label ?? difference.field;
  const words = bothWords(difference.field, difference, names, valueInWords);
  if (difference.field === 'name')
    return { label, ...words, sentence: `renamed from '${words.before}' to '${words.after}'` };
  const brief = bothWords(difference.field, difference, names, valueInBrief);
  return { label, ...words, sentence: changeSentence(`'${label.toLowerCase()}'`, field?.shape === 'prose', brief) };
}

function describeMember(difference: Of<'member-added' | 'member-removed'>, names: Names): Description {
  const field = fieldOf(difference.kind, difference.field);
  const label = field?.label ?? difference.field;
  const added = difference.type === 'member-added';
  const value = added ? difference.after : difference.before;
  const called = memberName(field, difference.field, value, names);
  const isUse = difference.field === 'properties';
  const parts = field?.shape === 'keyed' ? partsInWords(field, value as Readonly<Record<string, unknown>>, names) : [];
  const words = isUse ? parts.join('; ') : parts.length > 0 ? `${called}: ${parts.join('; ')}` : called;
  const sent = added && isUse ? `, ${sentInWords((value as PropertyUse).presence)}` : '';
  return {
    label: field?.shape === 'keyed' ? `${label} · ${called}` : label,
    ...(added ? { after: words } : { before: words }),
    sentence: `${memberWord(field)} '${called}' was ${added ? 'added' : 'removed'}${sent}`,
  };
}

function describePart(difference: Of<'member-changed'>, names: Names): Description {
  const field = fieldOf(difference.kind, difference.field);
  const part =
    field?.shape === 'keyed' ? field.parts.find((candidate) => candidate.key === difference.part) : undefined;
  const called = memberName(field, difference.field, undefined, names, difference.member);
  const label = [field?.label ?? difference.field, called, part?.label ?? difference.part].join(' · ');
  const words = bothWords(difference.part, difference, names, valueInWords);
  if (difference.part === 'presence') {
    const after = difference.after as PropertyUse['presence'];
    return { label, ...words, sentence: `'${called}' is now ${sentInWords(after)}; was ${words.before}` };
  }
  const subject = `'${(part?.label ?? difference.part).toLowerCase()}' of ${memberWord(field)} '${called}'`;
  const brief = bothWords(difference.part, difference, names, valueInBrief);
  return { label, ...words, sentence: changeSentence(subject, part?.shape === 'prose', brief) };
}

interface Words {
  readonly before?: string;
  readonly after?: string;
}

function bothWords(
  field: string,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  names: Names,
  say: typeof valueInWords,
): Words {
  const was = say(field, before, names);
  const is = say(field, after, names);
  return { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
}

function changeSentence(subject: string, prose: boolean, words: Words): string {
  if (words.before === undefined)
    return prose ? `${subject} was stated` : `${subject} is now ${words.after ?? 'empty'}; was not set`;
  if (words.after === undefined)
    return prose ? `${subject} was cleared` : `${subject} is no longer set; was ${words.before}`;
  const isToldBelow = prose || words.before === words.after;
  return isToldBelow ? `${subject} was edited` : `${subject} is now ${words.after}; was ${words.before}`;
}

function kindWord(difference: Difference): string {
  return kinds[difference.kind].label.toLowerCase();
}

const singulars: Readonly<Record<string, string>> = {
  tags: 'tag',
  groups: 'property group',
  sources: 'source',
  destinations: 'destination',
  examples: 'example',
};

function memberWord(field: FieldDefinition | undefined): string {
  if (field?.shape === 'keyed') return field.memberLabel;
  return singulars[field?.key ?? ''] ?? 'member';
}

function memberName(
  field: FieldDefinition | undefined,
  key: string,
  value: unknown,
  names: Names,
  member?: string,
): string {
  const identity =
    value === undefined
      ? memberOf(member ?? '')
      : field?.shape === 'keyed'
        ? (value as Record<string, unknown>)[field.memberKey]
        : value;
  const named =
    key === 'properties' || key === 'nameMapping' || key === 'sources' || key === 'destinations' || key === 'groups';
  if (named && typeof identity === 'string') return names(identity);
  // A text of no letters can be a value like any other, and has to be seen to be read.
  return identity === '' ? '(empty)' : scalarInWords(identity);
}
