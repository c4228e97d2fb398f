/** The columns every exported spreadsheet has, and by which another one is recognised. */
export const profileColumns = [
  'event_name',
  'event_description',
  'event_trigger',
  'category',
  'owner',
  'status',
  'sources',
  'property_name',
  'property_type',
  'property_required',
  'property_description',
  'allowed_values',
] as const;
export type ProfileColumn = (typeof profileColumns)[number];

/** Columns beside them that make a spreadsheet of ours complete: identity, and as JSON whatever has no column. */
export const waymarkColumns = [
  'waymark_kind',
  'waymark_namespace',
  'waymark_name',
  'waymark_id',
  'waymark_content',
  'waymark_property_id',
  'waymark_use',
] as const;
export type WaymarkColumn = (typeof waymarkColumns)[number];

/** A row of a spreadsheet of ours. */
export type WaymarkRow = Record<ProfileColumn | WaymarkColumn, string>;
