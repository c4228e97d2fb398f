import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

const secret = 'x'.repeat(32);

describe('parseEnv', () => {
  it('has an answer for everything when nothing is set', () => {
    expect(parseEnv({})).toEqual({
      mode: 'development',
      databaseUrl: undefined,
      dataDir: '.waymark',
      port: 3000,
      host: undefined,
      secret: undefined,
      baseUrl: 'http://localhost:3000',
      demo: false,
      trustedProxies: [],
      smtpUrl: undefined,
      mailFrom: undefined,
      outgoingAllow: [],
      logLevel: 'info',
    });
  });

  it('reads the ways out: the mail server, and what may be called in spite of being internal', () => {
    const env = parseEnv({ WAYMARK_SMTP_URL: 'smtps://u:p@mail:465', WAYMARK_OUTGOING_ALLOW: '10.1.0.0/16, ::1' });
    expect(env).toMatchObject({ smtpUrl: 'smtps://u:p@mail:465', outgoingAllow: ['10.1.0.0/16', '::1'] });
    expect(() => parseEnv({ WAYMARK_OUTGOING_ALLOW: 'localhost' })).toThrow('WAYMARK_OUTGOING_ALLOW');
    expect(() => parseEnv({ WAYMARK_SMTP_URL: 'http://mail' })).toThrow('WAYMARK_SMTP_URL');
  });

  it('reads what is set and builds links from the given address only', () => {
    const env = parseEnv({
      DATABASE_URL: 'postgresql://u:p@db:5432/waymark',
      PORT: '8080',
      WAYMARK_URL: 'https://plan.example.com/',
      NEXTAUTH_SECRET: secret,
      WAYMARK_TRUSTED_PROXIES: '10.0.0.1, 10.0.0.2',
    });
    expect(env).toMatchObject({
      databaseUrl: 'postgresql://u:p@db:5432/waymark',
      port: 8080,
      baseUrl: 'https://plan.example.com',
      secret,
      trustedProxies: ['10.0.0.1', '10.0.0.2'],
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(parseEnv({ DATABASE_URL: '', WAYMARK_SECRET: '' })).toMatchObject({
      databaseUrl: undefined,
      secret: undefined,
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://somewhere/else'],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['WAYMARK_SECRET', 'hunter2'],
    ['WAYMARK_URL', 'javascript:alert(1)'],
    ['LOG_LEVEL', 'loud'],
  ])('refuses %s=%s, naming the variable and not its value', (name, value) => {
    const parse = () => parseEnv({ [name]: value });
    expect(parse).toThrow(name);
    expect(parse).not.toThrow(value);
  });
});
