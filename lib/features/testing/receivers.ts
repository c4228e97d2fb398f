import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A request as a receiver got it, byte for byte. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly atMs: number;
}

/** What a receiver answers; `hang` never does. */
export type Reply =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hang';

/** An HTTP receiver on loopback. */
export interface Sink {
  readonly url: string;
  readonly received: Received[];
  reply: (request: Received) => Reply;
  stop(): Promise<void>;
}

/** Starts a receiver that takes everything until told otherwise. */
export async function startSink(): Promise<Sink> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        atMs: performance.now(),
      };
      received.push(one);
      const reply = sink.reply(one);
      if (reply === 'hang') return;
      response.writeHead(reply.status, reply.headers);
      response.end(reply.body ?? 'ok');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const sink: Sink = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    reply: () => ({ status: 200 }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return sink;
}

/** A letter as the mail server got it. */
export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and both parts, undecoded. */
  readonly raw: string;
}

/** A mail server on loopback that takes every letter, or refuses all while told to. */
export async function startMailServer(): Promise<{
  readonly url: string;
  readonly letters: ReceivedLetter[];
  refuse: boolean;
  stop(): Promise<void>;
}> {
  const letters: ReceivedLetter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (mail.refuse) return callback(new Error('No room'));
        const { mailFrom, rcptTo } = session.envelope;
        letters.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        callback();
      });
    },
  });
  const listening = await new Promise<AddressInfo>((ready) => {
    const inner = server.listen(0, '127.0.0.1', () => ready(inner.address() as AddressInfo));
  });
  const mail = {
    url: `smtp://127.0.0.1:${listening.port}`,
    letters,
    refuse: false,
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
  return mail;
}

/** The decoded part of a letter with a type, such as `text/plain`. */
export function partOf(letter: ReceivedLetter, type: string): string {
  const boundary = /boundary="?([^";\r\n]+)"?/.exec(letter.raw)?.[1] ?? '';
  const part = letter.raw.split(`--${boundary}`).find((one) => one.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...body] = part.replace(/^\r\n/, '').split('\r\n\r\n');
  const text = body.join('\r\n\r\n').replace(/\r\n$/, '');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(head)) return text.replaceAll('\r\n', '\n');
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
