import 'server-only';
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { err, ok, type Result } from '../../kit/result';
import { env } from '../env';
import { isCallable } from './address';

/** Why an address is not called, in words that may be shown and logged. */
export interface UrlRefused {
  readonly code: 'outgoing.refused';
  readonly detail: string;
}

/** An address that a name stands for, to be connected to and to nothing else. */
export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Ports below 1024 that speak HTTP; the others belong to services that must not be spoken to. */
const lowPorts = new Set([80, 443]);

/** The parts of an address that can be judged without asking for its name. */
export function checkUrl(text: string): Result<URL, UrlRefused> {
  if (!URL.canParse(text)) return refuse('This is not an address.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('Only http and https are called.');
  if (url.username !== '' || url.password !== '') return refuse('Leave user and password out of the address.');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  if (port < 1_024 && !lowPorts.has(port)) return refuse(`Port ${port} is not called.`);
  return ok(url);
}

/** The addresses that a URL's host stands for; refused when any of them is internal, since either may be connected to. */
export async function resolveHost(
  url: URL,
  allowed: readonly string[] = env().outgoingAllow,
): Promise<Result<Resolved[], UrlRefused>> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host) === 0 ? await lookUp(host) : [{ address: host, family: isIP(host) === 6 ? 6 : 4 } as const];
  if (found.length === 0) return refuse(`Nothing is known of ${url.hostname}.`);
  if (found.every(({ address }) => isCallable(address, allowed))) return ok(found);
  return refuse(`${url.hostname} stands for an internal address, which is not called.`);
}

/** Whether a URL may be called as things stand: asked when it is saved, and again by each call. */
export async function checkOutgoing(
  text: string,
  allowed: readonly string[] = env().outgoingAllow,
): Promise<Result<Resolved[], UrlRefused>> {
  const url = checkUrl(text);
  return url.ok ? resolveHost(url.value, allowed) : url;
}

async function lookUp(host: string): Promise<Resolved[]> {
  try {
    const found = await lookup(host, { all: true, verbatim: true });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  } catch {
    return [];
  }
}

function refuse(detail: string): Result<never, UrlRefused> {
  return err({ code: 'outgoing.refused', detail });
}
