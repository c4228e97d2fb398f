import 'server-only';
import nodemailer, { type Transporter } from 'nodemailer';
import { env } from '../env';

export interface OutgoingLetter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

const timeoutMs = 10_000;
const home = globalThis as typeof globalThis & { waymarkMail?: { url: string; transport: Transporter } };

/** Whether this instance can send mail at all. */
export function hasMail(): boolean {
  return env().smtpUrl !== undefined;
}

/** Hands a letter to the mail server of this instance; throws when it is not taken. Headers are written by the library, which lets no line break through. */
export async function sendMail(letter: OutgoingLetter, smtpUrl = env().smtpUrl): Promise<void> {
  if (smtpUrl === undefined) throw new Error('This instance has no mail server (WAYMARK_SMTP_URL)');
  const domain = new URL(env().baseUrl).hostname;
  await transportTo(smtpUrl).sendMail({
    from: env().mailFrom ?? `Waymark <waymark@${domain}>`,
    // An object, so that a comma in it does not make two of it.
    to: { name: '', address: letter.to },
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}@${domain}>`,
    headers: { ...letter.headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

function transportTo(url: string): Transporter {
  if (home.waymarkMail?.url === url) return home.waymarkMail.transport;
  home.waymarkMail?.transport.close();
  const transport = nodemailer.createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
  });
  home.waymarkMail = { url, transport };
  return transport;
}
