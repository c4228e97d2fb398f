import { ChangeGlyph, type Tone } from '../change-glyph';
import { Added, Removed } from './prose-diff';

/** What happened to one member of a set or list. */
export interface SetMember {
  readonly key: string;
  readonly change: 'added' | 'removed' | 'renamed' | 'moved' | 'changed' | 'same';
  readonly label: string;
  /** Its former name, when renamed. */
  readonly before?: string;
  /** More about it, in words. */
  readonly note?: string;
}

const tones: Record<Exclude<SetMember['change'], 'same'>, Tone> = {
  added: 'added',
  removed: 'removed',
  renamed: 'changed',
  moved: 'changed',
  changed: 'changed',
};

/** The members of a set that came, went, moved or were renamed; those that stayed are only counted. */
export function SetDiff({ members }: { members: readonly SetMember[] }) {
  const same = members.filter((member) => member.change === 'same').length;
  return (
    <ul className="flex flex-col gap-1 text-base">
      {members.map((member) =>
        member.change === 'same' ? null : (
          <li key={member.key} className="flex min-w-0 items-start gap-1.5">
            <ChangeGlyph tone={tones[member.change]} className="mt-1" />
            <span className="min-w-0 break-words">
              <MemberName member={member} />
              {member.note ? <span className="text-muted"> {member.note}</span> : null}
            </span>
          </li>
        ),
      )}
      {same > 0 ? <li className="text-subtle text-sm">{same} unchanged</li> : null}
    </ul>
  );
}

function MemberName({ member }: { member: SetMember }) {
  if (member.change === 'added') return <Added>{member.label}</Added>;
  if (member.change === 'removed') return <Removed>{member.label}</Removed>;
  if (member.change === 'renamed' && member.before !== undefined) {
    return (
      <>
        <Removed>{member.before}</Removed> <span aria-hidden>→</span> <Added>{member.label}</Added>
      </>
    );
  }
  return (
    <>
      {member.label} <span className="text-muted">{member.change}</span>
    </>
  );
}
