import type { Scalar } from '../plan/parts';

/** Members of a list as one text: parted by commas, in quotes where a member would be read as something else. */
export function formatList(members: readonly string[]): string {
  return members.map((one) => (needsQuotes(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(', ');
}

/** The members that a text lists, parted by commas or line breaks; repeated ones and empty places are left out. */
export function parseList(text: string): string[] {
  const members: string[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const quoted = /^\s*"((?:[^"]|"")*)"\s*(?:[,\n]|$)/u.exec(rest);
    if (quoted) {
      members.push((quoted[1] ?? '').replaceAll('""', '"'));
      at += quoted[0].length;
      continue;
    }
    const end = rest.search(/[,\n]/u);
    const member = (end < 0 ? rest : rest.slice(0, end)).trim();
    if (member !== '') members.push(member);
    at += end < 0 ? rest.length : end + 1;
  }
  return [...new Set(members)];
}

/** A value as text; a text that reads as a number or a truth value stands in quotes. */
export function formatScalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value);
  return parseScalar(value) === value ? value : JSON.stringify(value);
}

/** The value that a text says: a number, true or false, and everything else as it stands. */
export function parseScalar(text: string): Scalar {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  if (text !== '' && Number.isFinite(number) && String(number) === text) return number;
  if (!/^".*"$/su.test(text)) return text;
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'string' ? read : text;
  } catch {
    return text;
  }
}

function needsQuotes(member: string): boolean {
  return member === '' || member !== member.trim() || /[",\n\r]/u.test(member);
}
