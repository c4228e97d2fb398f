import * as z from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
const text = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));
const port = z.coerce.number().int().min(0).max(65_535);

const envSchema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: text.pipe(z.url({ protocol: /^postgres(ql)?$/ }).optional()),
    WAYMARK_DATA_DIR: z.string().min(1).default('.waymark'),
    PORT: port.default(3000),
    HOST: text,
    WAYMARK_SECRET: text.pipe(z.string().min(32).optional()),
    NEXTAUTH_SECRET: text.pipe(z.string().min(32).optional()),
    WAYMARK_URL: text.pipe(z.url({ protocol: /^https?$/ }).optional()),
    NEXTAUTH_URL: text.pipe(z.url({ protocol: /^https?$/ }).optional()),
    WAYMARK_DEMO: flag,
    WAYMARK_TRUSTED_PROXIES: z.string().default(''),
    WAYMARK_SMTP_URL: text.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
    WAYMARK_MAIL_FROM: text.pipe(z.string().max(300).optional()),
    WAYMARK_OUTGOING_ALLOW: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((block) => block.trim())
          .filter(Boolean),
      )
      .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
  })
  .transform((raw) => ({
    mode: raw.NODE_ENV,
    /** Where PostgreSQL is; absent only before the start command has brought up the embedded one. */
    databaseUrl: raw.DATABASE_URL,
    dataDir: raw.WAYMARK_DATA_DIR,
    port: raw.PORT,
    host: raw.HOST,
    /** Signs sessions; at least 32 characters. */
    secret: raw.WAYMARK_SECRET ?? raw.NEXTAUTH_SECRET,
    /** The address people use; every link is built from it and never from a Host header. */
    baseUrl: (raw.WAYMARK_URL ?? raw.NEXTAUTH_URL ?? `http://localhost:${raw.PORT}`).replace(/\/+$/, ''),
    /** True only for the demo instance on loopback: one-click entry is offered. */
    demo: raw.WAYMARK_DEMO,
    /** Addresses whose forwarded headers are believed. */
    trustedProxies: raw.WAYMARK_TRUSTED_PROXIES.split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    /** The mail server, with its user and password; without it no mail is sent. */
    smtpUrl: raw.WAYMARK_SMTP_URL,
    /** Who letters come from: an address, with or without a name. */
    mailFrom: raw.WAYMARK_MAIL_FROM,
    /** Internal addresses and blocks that may be called in spite of being internal. */
    outgoingAllow: raw.WAYMARK_OUTGOING_ALLOW,
    logLevel: raw.LOG_LEVEL ?? (raw.NODE_ENV === 'test' ? ('silent' as const) : ('info' as const)),
  }));

/** What the environment tells this process, parsed. */
export type Env = z.output<typeof envSchema>;

/** Parses a set of environment variables; throws a readable message that names each wrong one, never its value. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable:\n${wrong.join('\n')}`);
}

let cached: Env | undefined;

/** The environment of this process, parsed once at first use (a build never needs it). */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** One variable that must be there by now; throws its name when it is not. */
export function requireEnv<K extends 'databaseUrl' | 'secret'>(name: K): NonNullable<Env[K]> {
  const value = env()[name];
  if (!value)
    throw new Error(`${name === 'secret' ? 'WAYMARK_SECRET' : 'DATABASE_URL'} is not set; \`npm start\` sets it`);
  return value;
}
