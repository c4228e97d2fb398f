/** Fails to compile while a case of a closed union is unhandled, and throws should one slip through at run time. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
