import { err, ok, type Result } from '../../kit/result';
import { type CellFault, fault } from './fault';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day that a text says, `2026-03-31`; what could be two days is not guessed. */
export function parseDay(text: string): Result<string, CellFault> {
  const written = text.trim();
  const found = readDay(written);
  if (found.length === 1 && found[0] !== undefined) return ok(found[0]);
  return err(
    found.length > 1
      ? fault(`“${written}” may be ${found.join(' or ')}. Write the day as 2026-03-31.`, found)
      : fault(`“${written.slice(0, 40)}” is no day. Write it as 2026-03-31.`),
  );
}

function readDay(text: string): string[] {
  const [, a = '', b = '', c = ''] =
    /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/u.exec(text) ??
    /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/iu.exec(text) ??
    [];
  if (a === '') {
    const [, month = '', day = '', year = ''] = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/iu.exec(text) ?? [];
    return dayOf(year, monthOf(month), day);
  }
  if (/^[a-z]/iu.test(b)) return dayOf(c, monthOf(b), a);
  if (a.length === 4) return dayOf(a, b, c);
  if (c.length !== 4) return [];
  // With points the day comes first; with slashes it depends on the country.
  if (text.includes('.')) return dayOf(c, b, a);
  return [...new Set([...dayOf(c, a, b), ...dayOf(c, b, a)])];
}

function monthOf(word: string): string {
  return String(months.indexOf(word.toLowerCase()) + 1);
}

function dayOf(year: string, month: string, day: string): string[] {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? [] : [text];
}
