import { sameJson } from '../../../kit/canonical';
import { canonicalItem } from '../../plan/canonical-item';
import type { Change } from '../../plan/change';
import { breachesOf } from '../../plan/invariants';
import { type Item, qualifiedName } from '../../plan/item';
import { itemSchema } from '../../plan/item-schema';
import type { ItemKind } from '../../plan/kinds/define';
import type { Owner } from '../../plan/parts';
import { overlay, type Snapshot } from '../../plan/snapshot';
import type { Findings } from '../finding';

/** What turning a draft into changes is handed from outside. */
export interface DraftContext {
  readonly snapshot: Snapshot;
  readonly findings: Findings;
  readonly newId: (prefix: string) => string;
  /** The team or person of a name. */
  readonly findOwner: (name: string) => Owner | null;
  /** What a team or person of this workspace is called. */
  readonly ownerName: (owner: Owner) => string | null;
  /** The lifecycle of a new event or property whose row says none. */
  readonly emptyStatus: 'planned' | 'live';
  /** Whether what the file does not have is proposed for removal. */
  readonly removeMissing: boolean;
}

interface Proposed {
  readonly id: string;
  readonly kind: ItemKind;
  readonly namespace: string | null;
  readonly name: string;
  readonly content: object;
}

/** Collects items as a file wants them, and tells which differ from the plan. */
export class Proposal {
  readonly #context: DraftContext;
  readonly #changes = new Map<string, Change>();
  readonly #rows = new Map<string, number>();
  same = 0;

  constructor(context: DraftContext) {
    this.#context = context;
  }

  /** Proposes a state of an item; an invalid one becomes a finding instead. */
  set(proposed: Proposed, row: number): void {
    const parsed = itemSchema.safeParse(proposed);
    if (!parsed.success) {
      for (const issue of parsed.error.issues.slice(0, 5)) {
        const place = issue.path.filter((part) => part !== 'content').join('.') || 'item';
        this.#context.findings.add('item.invalid', {
          row,
          column: `${proposed.name.slice(0, 80)}: ${place}`,
          value: issue.message,
        });
      }
      return;
    }
    const item = canonicalItem(parsed.data);
    const before = this.#context.snapshot.items.get(item.id);
    if (before && sameItem(before, item)) this.same += 1;
    else if (before)
      this.#changes.set(item.id, {
        operation: 'update',
        itemId: item.id,
        item,
        base: { revisionId: before.revisionId, digest: before.digest },
      });
    else this.#changes.set(item.id, { operation: 'create', itemId: item.id, item, base: null });
    this.#rows.set(item.id, row);
  }

  /** Proposes to remove an item. */
  remove(id: string): void {
    const before = this.#context.snapshot.items.get(id);
    if (!before) return;
    this.#changes.set(id, {
      operation: 'remove',
      itemId: id,
      item: null,
      base: { revisionId: before.revisionId, digest: before.digest },
    });
  }

  /** The changes that together leave a valid plan; what would break it is left out and noted. */
  finish(): Change[] {
    for (;;) {
      const after = overlay(this.#context.snapshot, this.#changes.values());
      const removed = new Set(
        [...this.#changes.values()].filter((change) => change.operation === 'remove').map((change) => change.itemId),
      );
      const among = removed.size > 0 ? undefined : new Set(this.#changes.keys());
      const size = this.#changes.size;
      for (const breach of breachesOf(after, among)) {
        if (breach.code === 'item.reference-missing' && removed.has(breach.missingId)) this.#keep(breach.missingId);
        else this.#drop(breach);
      }
      if (this.#changes.size === size) return [...this.#changes.values()];
    }
  }

  #keep(id: string): void {
    const kept = this.#context.snapshot.items.get(id);
    if (kept && this.#changes.delete(id))
      this.#context.findings.add('removal.in-use', { row: 0, value: qualifiedName(kept) });
  }

  #drop(breach: ReturnType<typeof breachesOf>[number]): void {
    const taken = breach.code === 'item.name-taken';
    // Of two items of one name, the one that is new or changed gives way.
    const id = taken && !this.#changes.has(breach.itemId) ? breach.otherId : breach.itemId;
    if (!this.#changes.delete(id)) return;
    const row = this.#rows.get(id) ?? 0;
    if (taken) this.#context.findings.add('item.name-taken', { row, value: breach.name });
    else if (breach.code === 'item.reference-missing')
      this.#context.findings.add('item.reference-missing', { row, column: breach.name, value: breach.missingId });
    else
      this.#context.findings.add('item.invalid', {
        row,
        column: breach.name,
        value: `points in ${breach.field} at an item that does not fit there`,
      });
  }
}

function sameItem(a: Item, b: Item): boolean {
  return a.namespace === b.namespace && a.name === b.name && sameJson(a.content, b.content);
}
