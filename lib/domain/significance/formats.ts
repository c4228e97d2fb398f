/** Formats whose texts are all texts of another one. Source: JSON Schema 2020-12 validation, §7.3, and the RFCs it names. */
const wider: Readonly<Record<string, readonly string[]>> = {
  email: ['idn-email'],
  hostname: ['idn-hostname'],
  uri: ['uri-reference', 'iri', 'iri-reference'],
  'uri-reference': ['iri-reference'],
  iri: ['iri-reference'],
};

/** Whether every text of the format `before` is one of the format `after`. */
export function isWiderFormat(before: string, after: string): boolean {
  return wider[before]?.includes(after) ?? false;
}
