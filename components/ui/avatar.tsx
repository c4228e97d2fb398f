import { cn } from './cn';

/** Up to two initials of a name, whatever its script. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

const sizes = { small: 'size-5 text-xs tracking-tighter', medium: 'size-6 text-xs', large: 'size-8 text-sm' };

/** A person or team as initials; the name stands beside it or is read aloud when `labelled`. */
export function Avatar({
  name,
  size = 'medium',
  square = false,
  labelled = false,
  className,
}: {
  name: string;
  size?: keyof typeof sizes;
  square?: boolean;
  labelled?: boolean;
  className?: string;
}) {
  return (
    <span
      {...(labelled ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      className={cn(
        'inline-flex shrink-0 select-none items-center justify-center border border-border bg-hover font-medium text-muted',
        square ? 'rounded-control' : 'rounded-full',
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
