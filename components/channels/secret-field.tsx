import { CopyButton } from '@/components/ui/copy-button';
import { Input } from '@/components/ui/input';

/** Something that is shown once, to be copied. */
export function SecretField({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex items-center gap-2">
      <Input
        readOnly
        mono
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="flex-1"
      />
      <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} text="Copy" />
    </div>
  );
}
