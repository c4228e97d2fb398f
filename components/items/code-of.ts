import type { ItemView } from '@/lib/contracts/items';
import {
  languageOf,
  type SnippetProperty,
  snippetLabels,
  snippetLanguages,
  snippetOf,
} from '@/lib/domain/plan-query/snippets';
import { type SqlDialect, sqlDialects, sqlOf } from '@/lib/domain/plan-query/warehouse-sql';

/** A call that sends an event, named by its source or its language alone. */
export interface Call {
  readonly key: string;
  readonly label: string;
  readonly text: string;
}

export interface Code {
  readonly calls: readonly Call[];
  readonly queries: readonly { readonly dialect: SqlDialect; readonly text: string }[];
}

/** The code around an event: the call of each source as that source sends it, the other languages, and the queries that read it. */
export function codeOf({ item, properties, sources }: ItemView): Code | null {
  if (item.kind !== 'event') return null;
  const carried = (sourceId: string | null): SnippetProperty[] =>
    properties.map(({ property, typeStructure, use, allowedValues }) => ({
      name: property.name,
      type: typeStructure,
      presence: use.perSource.find((one) => one.sourceId === sourceId)?.presence ?? use.presence,
      values: use.pinned ? [use.pinned.value] : (use.allowedValues ?? allowedValues?.map((value) => value.value) ?? []),
    }));
  const ofSources = sources.map(({ item: source, runtime, platform }) => {
    const language = languageOf({ name: source.name, platform, runtime });
    return {
      key: `source:${source.id}`,
      language,
      label: `${source.name} (${snippetLabels[language]})`,
      text: snippetOf(language, item, carried(source.id)),
    };
  });
  const plain = carried(null);
  const ofLanguages = snippetLanguages
    .filter((language) => !ofSources.some((call) => call.language === language))
    .map((language) => ({
      key: `language:${language}`,
      label: snippetLabels[language],
      text: snippetOf(language, item, plain),
    }));
  return {
    calls: [...ofSources.map(({ key, label, text }) => ({ key, label, text })), ...ofLanguages],
    queries: sqlDialects.map((dialect) => ({ dialect, text: sqlOf(dialect, item, plain) })),
  };
}
