/** The word of the domain for a value of a database enum: `IN_REVIEW` is `in-review`. */
export type Word<E extends string> = E extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Word<Tail>}`
  : Lowercase<E>;
type EnumOf<W extends string> = W extends `${infer Head}-${infer Tail}`
  ? `${Uppercase<Head>}_${EnumOf<Tail>}`
  : Uppercase<W>;

/** A database enum's value as the domain writes it. */
export function wordOf<E extends string>(value: E): Word<E> {
  return value.toLowerCase().replaceAll('_', '-') as Word<E>;
}

/** A domain word as the database enum's value. */
export function enumOf<W extends string>(word: W): EnumOf<W> {
  return word.toUpperCase().replaceAll('-', '_') as EnumOf<W>;
}
