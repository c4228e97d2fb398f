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
      logLevel: 'info',
    });
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
