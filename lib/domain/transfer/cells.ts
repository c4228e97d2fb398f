import type { Scalar } from '../plan/parts';
import { alternatives, type PropertyType } from '../plan/property-type';

const formulaStart = /^'*[=+\-@\t\r]/u;

/** A cell that no spreadsheet program takes for a formula: an apostrophe before what could begin one. */
export function guardCell(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text a guarded cell stands for. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

/** Members as one cell, with `|` between them and a backslash before a `|` or backslash inside one. */
export function joinList(members: readonly string[]): string {
  return members.map((member) => member.replace(/[\\|]/gu, '\\$&')).join('|');
}

/** The members of a cell, trimmed, without empty ones. A backslash keeps the separator after it inside a member. */
export function splitList(cell: string, separator: string): string[] {
  const members: string[] = [];
  let member = '';
  for (let index = 0; index < cell.length; index += 1) {
    const char = cell.charAt(index);
    const next = cell.charAt(index + 1);
    if (char === '\\' && (next === separator || next === '\\')) {
      member += next;
      index += 1;
    } else if (char === separator) {
      members.push(member);
      member = '';
    } else member += char;
  }
  members.push(member);
  return members.map((text) => text.trim()).filter((text) => text !== '');
}

/** A value as it stands in a cell. */
export function scalarText(value: Scalar): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value a text stands for in a list of a type; nothing when no value of the type is written so. */
export function parseScalar(text: string, type: PropertyType): Scalar | undefined {
  const types = new Set(
    alternatives(type).map((member) => (member.type === 'array' ? member.items.type : member.type)),
  );
  if (types.has('boolean') && /^(true|false)$/iu.test(text)) return text.toLowerCase() === 'true';
  if ((types.has('integer') || types.has('number')) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/u.test(text)) {
    const value = Number(text);
    const fits = Number.isFinite(value) && (types.has('number') || Number.isSafeInteger(value));
    if (fits) return value;
  }
  const textual = ['string', 'timestamp', 'date', 'any', 'object', 'union'] as const;
  return textual.some((member) => types.has(member)) ? text : undefined;
}
