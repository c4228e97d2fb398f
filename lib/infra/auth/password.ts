import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id (the library's default algorithm): 19 MiB, two passes, one lane. Source: OWASP password storage. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many hashes run at once, and how many may wait, so that a flood of sign-ins cannot take all memory. */
const lanes = 2;
const queueLength = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** Thrown when too many wait already; answered as 503. */
export class PasswordQueueFull extends Error {}

async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (running >= lanes) {
    if (waiting.length >= queueLength) throw new PasswordQueueFull('too many passwords are being checked');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** An Argon2id hash of a password, with its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return inLane(() => hash(password.normalize('NFKC'), cost));
}

let decoy: Promise<string> | undefined;

/** Whether a password is the one of the hash; without a hash it takes as long and says no. */
export async function verifyPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('nobody has this password');
  const target = passwordHash ?? (await decoy);
  const same = await inLane(() => verify(target, password.normalize('NFKC')));
  return same && typeof passwordHash === 'string';
}
