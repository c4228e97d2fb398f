import { cn } from './cn';
import { boxStyle } from './input';

/** The ground of menus, popovers and lists of options. */
export const layerStyle =
  'layer-motion z-50 overflow-y-auto overflow-x-hidden rounded-card border border-border bg-raised p-1 text-sm text-text shadow-layer';

/** One row in such a layer. */
export const rowStyle =
  'relative flex min-h-toolbar cursor-default select-none items-center gap-2 rounded-control px-2 py-1 outline-none not-data-[disabled=false]:data-disabled:pointer-events-none data-highlighted:bg-hover data-[selected=true]:bg-hover not-data-[disabled=false]:data-disabled:text-subtle forced-colors:data-highlighted:outline [&>svg]:size-4 [&>svg]:shrink-0';

/** What opens a list of choices. */
export function selectStyle(size: 'control' | 'toolbar' = 'control', className?: string): string {
  return cn(
    boxStyle,
    'inline-flex items-center justify-between gap-2 bg-raised text-sm data-placeholder:text-subtle',
    size === 'control' ? 'h-control' : 'h-toolbar',
    className,
  );
}
