/** A function of a name that remembers its answers: plans are looked at again and again while their names stay. */
export function remembered<T>(answer: (name: string) => T, most = 50_000): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined || known.has(name)) return before as T;
    const result = answer(name);
    // Starting over now and then is cheaper than keeping track of what is old.
    if (known.size >= most) known.clear();
    known.set(name, result);
    return result;
  };
}
