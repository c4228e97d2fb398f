import { describe, expect, it } from 'vitest';
import { isCallable } from './address';

const internal = [
  ...['127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
  ...['100.64.0.1', '0.0.0.0', '0.1.2.3', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '192.0.0.192'],
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd12:3456::1', 'ff02::1', 'fec0::1', '2001:db8::1'],
  // IPv4 in IPv6 clothes: mapped, compatible, translated, NAT64, 6to4, Teredo.
  ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:0:10.0.0.1', '::10.0.0.1', '64:ff9b::169.254.169.254'],
  ...['64:ff9b::a9fe:a9fe', '64:ff9b:1::10.0.0.1', '2002:7f00:1::', '2001:0:1::1'],
  ...['', 'localhost', '127.1', '0x7f000001', '2130706433', '1.2.3', '::g'],
];
const open = [
  '93.184.215.14',
  '8.8.8.8',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
];

describe('an address', () => {
  it.each(internal)('%s is not called', (address) => expect(isCallable(address, [])).toBe(false));
  it.each(open)('%s is called', (address) => expect(isCallable(address, [])).toBe(true));

  it('may be allowed by the operator, as itself, as a block, and in IPv6 clothes', () => {
    expect(isCallable('127.0.0.1', ['127.0.0.1'])).toBe(true);
    expect(isCallable('127.0.0.2', ['127.0.0.1'])).toBe(false);
    expect(isCallable('10.20.30.40', ['10.20.0.0/16'])).toBe(true);
    expect(isCallable('10.21.30.40', ['10.20.0.0/16'])).toBe(false);
    expect(isCallable('::ffff:127.0.0.1', ['127.0.0.0/8'])).toBe(true);
    expect(isCallable('::1', ['::1/128'])).toBe(true);
    expect(isCallable('fd00::5', ['fd00::/8'])).toBe(true);
    expect(isCallable('10.0.0.1', ['nonsense', ''])).toBe(false);
  });
});
