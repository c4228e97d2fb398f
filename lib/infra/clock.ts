/** The present moment; the one place that asks the machine for it. */
export function now(): Date {
  return new Date();
}
