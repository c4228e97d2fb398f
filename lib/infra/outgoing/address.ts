import { isIP } from 'node:net';

/** A block of addresses: its bytes and how many leading bits count. */
interface Block {
  readonly bytes: readonly number[];
  readonly bits: number;
}

// Everything that IANA's special-purpose registries do not call globally reachable, and multicast.
const refused: readonly Block[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
].map(blockOf);

/** IPv6 that carries an IPv4 address in its last four bytes: mapped, compatible, translated, NAT64. */
const carriers: readonly Block[] = ['::/96', '::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48'].map(
  blockOf,
);

/** Whether an address may be called: public, or allowed by the instance's operator. `allowed` are addresses or blocks. */
export function isCallable(address: string, allowed: readonly string[]): boolean {
  const bytes = bytesOf(address);
  if (!bytes) return false;
  if (allowed.some((text) => holds(blockOf(text), bytes))) return true;
  if (bytes.length === 4) return !refused.some((block) => holds(block, bytes));
  const inner = bytes.slice(12);
  if (carriers.some((block) => holds(block, bytes))) {
    return allowed.some((text) => holds(blockOf(text), inner)) || !isRefused(inner);
  }
  return !isRefused(bytes);
}

function isRefused(bytes: readonly number[]): boolean {
  return refused.some((block) => holds(block, bytes)) || bytes.every((byte) => byte === 0);
}

function holds(block: Block, bytes: readonly number[]): boolean {
  if (block.bytes.length !== bytes.length) return false;
  for (let bit = 0; bit < block.bits; bit += 8) {
    const mask = block.bits - bit >= 8 ? 255 : (255 << (8 - (block.bits - bit))) & 255;
    if ((((block.bytes[bit >> 3] ?? 0) ^ (bytes[bit >> 3] ?? 0)) & mask) !== 0) return false;
  }
  return true;
}

/** A block as text, `10.0.0.0/8` or one address; a text that is neither holds nothing. */
function blockOf(text: string): Block {
  const [address = '', length] = text.split('/');
  const bytes = bytesOf(address);
  if (!bytes) return { bytes: [], bits: 0 };
  return { bytes, bits: length === undefined ? bytes.length * 8 : Number(length) };
}

/** The 4 or 16 bytes of an address, undefined when it is none. */
function bytesOf(address: string): number[] | undefined {
  const family = isIP(address);
  if (family === 0) return undefined;
  if (family === 4) return address.split('.').map(Number);
  // The URL parser writes every form of an IPv6 address in one way, without dots; a zone is no part of it.
  const text = new URL(`http://[${address.replace(/%.*$/, '')}]/`).hostname.slice(1, -1);
  const [head = '', tail] = text.split('::');
  const words = (part: string) => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)));
  const [first, last] = [words(head), words(tail ?? '')];
  const all = tail === undefined ? first : [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
  return all.flatMap((word) => [word >> 8, word & 255]);
}
