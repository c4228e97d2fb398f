import { CopyButton } from '@/components/ui/copy-button';

/** Code to read and to copy. */
export function Code({ title, text }: { title?: string; text: string }) {
  return (
    <figure className="relative rounded-card border border-border bg-surface">
      <figcaption className="flex items-center justify-between gap-2 border-border border-b py-1 pr-1 pl-3 text-subtle text-xs">
        <span className="truncate">{title || 'Payload'}</span>
        <CopyButton value={text} label="Copy" />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} className="max-h-96 overflow-auto p-3 font-mono text-sm">
        {text}
      </pre>
    </figure>
  );
}
