import type { ComponentProps, ReactNode } from 'react';
import { counted } from '@/lib/kit/grouped';
import { cn } from './cn';

/** A plain table in a frame that scrolls sideways when it must; its head stays in view inside `maxHeight`. */
export function Table({
  label,
  className,
  frameClassName,
  children,
  ...props
}: ComponentProps<'table'> & { label: string; frameClassName?: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className={cn('w-full overflow-auto', frameClassName)}>
      <table {...props} className={cn('w-full border-separate border-spacing-0 text-sm', className)}>
        {children}
      </table>
    </section>
  );
}

/** The column heads; sticky. */
export function TableHead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead {...props} className={cn('sticky top-0 z-10 bg-bg', className)} />;
}

/** One column head; with `sort` it says how it is sorted, with `onSort` it can be pressed. */
export function HeadCell({
  sort,
  onSort,
  className,
  children,
  ...props
}: ComponentProps<'th'> & { sort?: 'ascending' | 'descending' | 'none'; onSort?: () => void }) {
  return (
    <th
      scope="col"
      {...props}
      aria-sort={sort}
      className={cn(
        'h-row whitespace-nowrap border-border border-b px-2 text-left align-middle font-medium text-subtle text-xs',
        className,
      )}
    >
      {onSort ? (
        <button type="button" onClick={onSort} className="hit-area inline-flex items-center gap-1 hover:text-text">
          {children}
          <span aria-hidden>{sort === 'ascending' ? '↑' : sort === 'descending' ? '↓' : ''}</span>
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** One row; `active` has the keyboard's cursor, `selected` is ticked. */
export function Row({
  active,
  selected,
  className,
  ...props
}: ComponentProps<'tr'> & { active?: boolean; selected?: boolean }) {
  return (
    <tr {...props} aria-selected={selected} data-active={active || undefined} className={cn(rowStates, className)} />
  );
}

/** How a row shows hover, the keyboard's cursor and selection. */
export const rowStates =
  'group h-row transition-colors hover:bg-hover aria-selected:bg-selected data-active:bg-hover data-active:shadow-[inset_2px_0_0_var(--accent)] aria-selected:data-active:bg-selected';

/** One cell; `numeric` is set to the right. */
export function Cell({ numeric, className, ...props }: ComponentProps<'td'> & { numeric?: boolean }) {
  return (
    <td
      {...props}
      className={cn('border-border border-b px-2 py-1 align-middle', numeric && 'text-right tabular-nums', className)}
    />
  );
}

/** The total under or above a list: "1,013 events". */
export function Total({
  count,
  one,
  many,
  children,
}: {
  count: number;
  one: string;
  many: string;
  children?: ReactNode;
}) {
  return (
    <p className="text-subtle text-sm tabular-nums">
      {counted(count, one, many)}
      {children}
    </p>
  );
}
