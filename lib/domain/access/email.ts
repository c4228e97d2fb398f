/**
 * An address in the one form in which addresses are compared: NFKC, lower case, ASCII only; undefined when it cannot be
 * brought there, so that a look-alike letter never passes for another person.
 */
export function normalEmail(address: string): string | undefined {
  const text = address.normalize('NFKC').trim().toLowerCase();
  return /^[\x21-\x7e]+@[\x21-\x7e]+$/.test(text) && text.length <= 254 ? text : undefined;
}
