import {
  BookOpen,
  CornerDownRight,
  GitPullRequestArrow,
  type LucideIcon,
  MessageSquareText,
  Sparkles,
} from 'lucide-react';
import { ChangeRequestState } from '@/components/shared/change-request-state';
import { KindIcon } from '@/components/shared/kind-icon';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { Avatar } from '@/components/ui/avatar';
import { Kbd } from '@/components/ui/kbd';
import type { ChangeRequestRow } from '@/lib/contracts/change-requests';
import type { SearchHit } from '@/lib/contracts/search';
import { type Highlights, markText, type TextRange } from '@/lib/domain/search/highlight';
import type { FoundItem } from './option';

/** A text with the parts that were searched for in bold. */
function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  let at = 0;
  return markText(text, ranges).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.marked ? (
      <mark key={key} className="bg-transparent font-semibold text-accent underline decoration-1 underline-offset-2">
        {piece.text}
      </mark>
    ) : (
      <span key={key}>{piece.text}</span>
    );
  });
}

const places = {
  'former-name': 'was called',
  value: 'value',
  tag: 'tag',
  property: 'property',
  owner: 'owner',
  category: 'category',
};

/** One item: its kind, its name, its meaning in one line, and where it stands. */
export function ItemRow({ item }: { item: FoundItem }) {
  const { highlights } = item;
  const other = highlights?.other;
  return (
    <>
      <KindIcon kind={item.kind} />
      <span className="max-w-[55%] shrink-0 truncate font-mono">
        {item.namespace ? <span className="text-subtle">{item.namespace}/</span> : null}
        <Marked text={item.name} ranges={highlights?.name ?? []} />
      </span>
      <span className="min-w-0 flex-1 truncate text-muted">
        {item.synonym ? (
          <>
            synonym “{item.synonym}”: {item.meaning}
          </>
        ) : other ? (
          <>
            {places[other.place]} <Marked text={other.text} ranges={other.ranges} />
          </>
        ) : (
          <Marked text={item.meaning} ranges={highlights?.meaning ?? []} />
        )}
      </span>
      <LifecycleBadge state={item.lifecycle} />
    </>
  );
}

/** One word of the glossary: what it means, in one line. */
export function TermRow({ name, meaning, highlights }: { name: string; meaning: string; highlights: Highlights }) {
  const { other } = highlights;
  return (
    <>
      <BookOpen aria-hidden className="text-subtle" />
      <span className="max-w-[55%] shrink-0 truncate font-medium">
        <Marked text={name} ranges={highlights.name} />
      </span>
      <span className="min-w-0 flex-1 truncate text-muted">
        {other ? (
          <>
            also <Marked text={other.text} ranges={other.ranges} />
          </>
        ) : (
          <Marked text={meaning} ranges={highlights.meaning} />
        )}
      </span>
    </>
  );
}

/** One item of which a note or a discussion speaks. */
export function SaidRow({ hit }: { hit: SearchHit }) {
  const said = hit.places.find(({ label }) => label === 'Note' || label === 'Discussion');
  return (
    <>
      <MessageSquareText aria-hidden className="text-subtle" />
      <span className="max-w-[40%] shrink-0 truncate font-mono">{hit.item.name}</span>
      <span className="min-w-0 flex-1 truncate text-muted">
        {said?.label}: {said?.text.map((piece) => piece.text).join('')}
      </span>
    </>
  );
}

/** One change request: number, title, state. */
export function RequestRow({ request }: { request: ChangeRequestRow }) {
  return (
    <>
      <GitPullRequestArrow aria-hidden className="text-subtle" />
      <span className="text-muted tabular-nums">#{request.number}</span>
      <span className="min-w-0 flex-1 truncate">{request.title}</span>
      <ChangeRequestState status={request.status} />
    </>
  );
}

/** One action, with the key that does the same. */
export function ActionRow({
  label,
  keys,
  icon: Icon = CornerDownRight,
}: {
  label: string;
  keys?: string | undefined;
  icon?: LucideIcon;
}) {
  return (
    <>
      <Icon aria-hidden className="text-subtle" />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {keys ? <Kbd keys={keys} /> : null}
    </>
  );
}

/** One member. */
export function PersonRow({ name, hint }: { name: string; hint: string }) {
  return (
    <>
      <Avatar name={name} size="small" />
      <span className="min-w-0 flex-1 truncate">{name}</span>
      <span className="text-subtle">{hint}</span>
    </>
  );
}

/** The way on when nothing was found. */
export function ProposeRow({ words }: { words: string }) {
  return (
    <>
      <Sparkles aria-hidden className="text-subtle" />
      <span className="min-w-0 flex-1 truncate">Propose “{words}”</span>
    </>
  );
}
