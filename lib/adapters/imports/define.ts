import type { Draft } from '@/lib/domain/transfer/draft';
import type { Findings } from '@/lib/domain/transfer/finding';
import type { ColumnView, Mapping } from '@/lib/domain/transfer/mapping';
import type { Result } from '@/lib/kit/result';

/** Why a file cannot be read at all, and where it stops making sense. */
export interface ImportError {
  readonly code:
    | 'import.empty'
    | 'import.not-text'
    | 'import.invalid-encoding'
    | 'import.nul'
    | 'import.malformed'
    | 'import.missing-column'
    | 'import.too-many-rows'
    | 'import.too-many-columns';
  readonly detail: string;
  readonly row?: number;
  readonly column?: string;
}

/** What a first look at a file shows. */
export interface Inspection {
  readonly columns: readonly ColumnView[];
  readonly rowCount: number;
  /** How it would be read unless a person says otherwise. */
  readonly mapping: Mapping;
}

/** A file as it arrives or as it is kept, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array>;

export interface ImportAdapter {
  /** The name of its file. */
  readonly id: string;
  readonly label: string;
  /** Beginnings of file names it takes, `.csv`. */
  readonly extensions: readonly string[];
  readonly inspect: (bytes: Bytes) => Promise<Result<Inspection, ImportError>>;
  /** What the file says, under a mapping. Never invents: what cannot be read is a finding with its row. */
  readonly read: (bytes: Bytes, mapping: Mapping, findings: Findings) => Promise<Result<Draft, ImportError>>;
  /** The rows of the file that have reasons, as they stand in it, the reasons beside them. */
  readonly pick: (
    bytes: Bytes,
    mapping: Mapping,
    reasons: ReadonlyMap<number, readonly string[]>,
  ) => Promise<Result<string, ImportError>>;
}

/** Types an import. */
export function defineImport(adapter: ImportAdapter): ImportAdapter {
  return adapter;
}
