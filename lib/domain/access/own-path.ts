/** The path to go on to after signing in: one of our own, or `fallback`. */
export function ownPath(wanted: string | null | undefined, fallback = '/'): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return fallback;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, which could turn /\t/host into //host
  if (/[\u0000-\u001f\u007f]/.test(wanted)) return fallback;
  const resolved = new URL(wanted, 'http://own.invalid');
  if (resolved.origin !== 'http://own.invalid' || resolved.pathname.startsWith('//')) return fallback;
  return `${resolved.pathname}${resolved.search}${resolved.hash}`;
}
