/** The cookie line that a use case's value carries beside its view. */
export function cookieOf(value: object): Record<string, string> {
  return 'setCookie' in value && typeof value.setCookie === 'string' ? { 'set-cookie': value.setCookie } : {};
}
