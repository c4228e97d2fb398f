import { Badge } from '@/components/ui/badge';

/** The version of an item, and the one it had before when that is told. */
export function VersionBadge({ version, before }: { version: string; before?: string | null }) {
  return (
    <Badge className="font-mono">
      {before && before !== version ? (
        <>
          <span className="text-subtle">{before}</span>
          <span aria-hidden>→</span>
          <span className="sr-only">to</span>
        </>
      ) : null}
      {version}
    </Badge>
  );
}
