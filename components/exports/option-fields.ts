/** One option of a format as a form draws it. */
export type OptionField =
  | {
      readonly kind: 'switch';
      readonly key: string;
      readonly label: string;
      readonly hint: string;
      readonly initial: boolean;
    }
  | {
      readonly kind: 'choice';
      readonly key: string;
      readonly label: string;
      readonly hint: string;
      readonly initial: string;
      readonly choices: readonly string[];
    }
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly label: string;
      readonly hint: string;
      readonly initial: string;
    };

/** The fields that the JSON Schema of a format's options asks for; a shape no form can draw is left to the API. */
export function optionFields(schema: Readonly<Record<string, unknown>>): OptionField[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.entries(properties).flatMap(([key, option]): OptionField[] => {
    if (!isObject(option)) return [];
    const hint = typeof option.description === 'string' ? option.description : '';
    const about = { key, label: labelOf(key), hint };
    if (option.type === 'boolean') return [{ kind: 'switch', ...about, initial: option.default === true }];
    if (Array.isArray(option.enum)) {
      const choices = option.enum.filter((choice) => typeof choice === 'string');
      return [
        {
          kind: 'choice',
          ...about,
          choices,
          initial: typeof option.default === 'string' ? option.default : (choices[0] ?? ''),
        },
      ];
    }
    return option.type === 'string'
      ? [{ kind: 'text', ...about, initial: typeof option.default === 'string' ? option.default : '' }]
      : [];
  });
}

/** The options with one changed; one that is back at the format's own is left out. */
export function withOption(
  options: Readonly<Record<string, unknown>>,
  field: OptionField,
  value: string | boolean,
): Record<string, unknown> {
  const others = Object.entries(options).filter(([key]) => key !== field.key);
  return Object.fromEntries(value === field.initial ? others : [...others, [field.key, value]]);
}

function labelOf(key: string): string {
  const words = key.replace(/([A-Z])/gu, ' $1').toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
