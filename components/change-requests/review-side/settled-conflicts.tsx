import { cn } from '@/components/ui/cn';
import type { SettledConflictView } from '@/lib/contracts/settled-conflicts';

/** What both sides said where a request and the plan clashed, for whoever wants a text back. */
export function SettledConflicts({ settled }: { settled: readonly SettledConflictView[] }) {
  return (
    <details className="mt-1">
      <summary className="cursor-pointer">What each side said</summary>
      <ul className="mt-1 flex flex-col gap-2">
        {settled.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was written down once never moves.
          <li key={at} className="flex flex-col gap-1">
            <p className="text-text">
              <span className="break-words font-mono">{one.name}</span>, {one.label}
            </p>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-0.5">
              <Side name="Before" text={one.base} />
              <Side name="The plan" text={one.theirs} isTaken={one.take === 'theirs'} />
              <Side name="The request" text={one.yours} isTaken={one.take === 'yours'} />
              {one.take === 'written' ? <Side name="Written" text={one.result} isTaken /> : null}
            </dl>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Side({ name, text, isTaken = false }: { name: string; text: string | null; isTaken?: boolean }) {
  return (
    <>
      <dt className={isTaken ? 'font-medium text-text' : 'text-subtle'}>{isTaken ? `${name}, taken` : name}</dt>
      <dd dir="auto" className={cn('whitespace-pre-wrap break-words', isTaken && 'text-text')}>
        {text ?? <span className="text-subtle">Nothing</span>}
      </dd>
    </>
  );
}
