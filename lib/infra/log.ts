import pino from 'pino';
import { env } from './env';

const secrets = ['password', 'newPassword', 'currentPassword', 'token', 'secret', 'authorization', 'cookie', 'email'];

/** The process's log: one JSON line per entry on standard output, secrets and addresses replaced. */
export const log = pino({
  level: env().logLevel,
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: [
      ...secrets,
      ...secrets.map((name) => `*.${name}`),
      ...secrets.map((name) => `*.*.${name}`),
      'headers["set-cookie"]',
      '*.headers["set-cookie"]',
    ],
    censor: '[redacted]',
  },
});
