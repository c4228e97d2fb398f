/** The identity of a member from its key as text: the inverse of `memberKeyOf`. */
export function memberOf(key: string): unknown {
  try {
    return JSON.parse(key);
  } catch {
    return key;
  }
}
