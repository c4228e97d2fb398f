import { adapter as csv } from './csv';
import type { ImportAdapter } from './define';

/** Every import format; a new one is one file and one line here. */
export const importAdapters: readonly ImportAdapter[] = [csv];

/** The import format that takes files of this name. */
export function importAdapterFor(fileName: string): ImportAdapter | undefined {
  return importAdapters.find((adapter) =>
    adapter.extensions.some((extension) => fileName.toLowerCase().endsWith(extension)),
  );
}
