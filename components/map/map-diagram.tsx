'use client';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { KindIcon } from '@/components/shared/kind-icon';
import { cn } from '@/components/ui/cn';
import { qualifiedName } from '@/lib/domain/plan/item';
import { kinds } from '@/lib/domain/plan/kinds/list';
import type { ItemMention } from '@/lib/domain/plan-query/item-ref';
import type { PlanMap } from '@/lib/domain/plan-query/plan-map';
import { type Direction, layOut, linePath, nodeHeight, nodeWidth, stepFrom } from './map-layout';

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

const heads = ['Sources', 'Events', 'Destinations and consumers'];

export interface MapDiagramProps {
  readonly map: PlanMap;
  readonly onFocus: (id: string) => void;
  readonly onPeek: (id: string) => void;
}

/** The map drawn: columns in the direction of flow. One item takes Tab's stop, arrows move along the lines. */
export function MapDiagram({ map, onFocus, onPeek }: MapDiagramProps) {
  const helpId = useId();
  const layout = useMemo(() => layOut(map.nodes, map.edges), [map]);
  const byId = useMemo(() => new Map(map.nodes.map((node) => [node.id, node])), [map]);
  const [current, setCurrent] = useState(map.focus?.id ?? layout.placed[0]?.id ?? '');
  const [pointed, setPointed] = useState<string | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const placed = new Map(layout.placed.map((one) => [one.id, one]));
  const lit = pointed ?? current;
  const press = (event: KeyboardEvent, id: string) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction === undefined && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === ' ') return onPeek(id);
    if (event.key === 'Enter') return onFocus(id);
    const next = direction && stepFrom(layout, id, direction);
    if (!next) return;
    setCurrent(next);
    frame.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <section aria-labelledby={`${helpId}-title`} className="flex flex-col gap-2 max-sm:hidden">
      <h2 id={`${helpId}-title`} className="font-semibold text-md">
        As a diagram
      </h2>
      <p id={helpId} className="text-sm text-subtle">
        Left and right follow a line, up and down stay in the column. Space peeks, Enter focuses.
      </p>
      <div className="overflow-x-auto p-1">
        <div ref={frame} className="relative" style={{ width: layout.width, height: layout.height + nodeHeight }}>
          {heads.map((head, index) => (
            <p
              key={head}
              className="absolute top-0 font-medium text-subtle text-xs"
              style={{ left: (index * (layout.width - nodeWidth)) / 2 }}
            >
              {head}
            </p>
          ))}
          <svg
            aria-hidden
            width={layout.width}
            height={layout.height}
            className="pointer-events-none absolute left-0"
            style={{ top: nodeHeight }}
          >
            {map.edges.map(({ from, to }) => {
              const [a, b] = [placed.get(from), placed.get(to)];
              const isLit = from === lit || to === lit;
              return a && b ? (
                <path
                  key={`${from} ${to}`}
                  d={linePath(a, b)}
                  fill="none"
                  stroke={isLit ? 'var(--accent)' : 'var(--border)'}
                  strokeWidth={isLit ? 2 : 1}
                />
              ) : null;
            })}
          </svg>
          {layout.placed.map(({ id, x, y }) => {
            const node = byId.get(id);
            return node ? (
              <button
                key={id}
                type="button"
                data-node={id}
                tabIndex={id === current ? 0 : -1}
                aria-label={labelOf(node, layout.joined.get(id)?.length ?? 0)}
                aria-describedby={helpId}
                aria-current={id === map.focus?.id ? 'true' : undefined}
                onFocus={() => setCurrent(id)}
                onMouseEnter={() => setPointed(id)}
                onMouseLeave={() => setPointed(null)}
                onClick={() => onPeek(id)}
                onDoubleClick={() => onFocus(id)}
                onKeyDown={(event) => press(event, id)}
                style={{ left: x, top: y + nodeHeight, width: nodeWidth, height: nodeHeight }}
                className={cn(
                  'absolute flex items-center gap-1.5 rounded-control border border-border bg-bg px-2 text-left hover:bg-hover aria-[current]:border-accent aria-[current]:bg-selected',
                  node.lifecycle === 'deprecated' || node.lifecycle === 'retired' ? 'text-subtle line-through' : '',
                )}
              >
                <KindIcon kind={node.kind} hidden />
                <span className="truncate font-mono text-sm">{qualifiedName(node)}</span>
              </button>
            ) : null;
          })}
        </div>
      </div>
    </section>
  );
}

function labelOf(node: ItemMention, joined: number): string {
  const state = node.lifecycle === 'live' ? '' : `, ${node.lifecycle}`;
  const lines = joined === 0 ? 'no lines' : joined === 1 ? '1 line' : `${joined} lines`;
  return `${qualifiedName(node)}, ${kinds[node.kind].label.toLowerCase()}${state}, ${lines}`;
}
