const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new random id of 128 bits, `prefix_` and 26 characters of Crockford's base 32, lower case. */
export function newId<const P extends string>(prefix: P): `${P}_${string}` {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let i = 0; i < 26; i += 1) {
    text = alphabet.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return `${prefix}_${text}`;
}
