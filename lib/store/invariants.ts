import 'server-only';
import { Prisma } from '../infra/db/generated/client';

/** Something that must hold in every instance, and the query for what breaks it. */
export interface Invariant {
  /** The invariant of the security rules that it belongs to. */
  readonly id: string;
  readonly name: string;
  readonly why: string;
  /** Rows of what breaks it: `workspace_id` (null for the whole instance) and `subject`. */
  readonly broken: Prisma.Sql;
}

/** A merged request with the changes it carried and what its release recorded of each. */
const carried = Prisma.sql`
  select l.workspace_id, l.plan_id, l.number, l.change_request_id, c.item_id, c.operation, c.namespace, c.name, c.content,
    c.digest, c.base_digest, c.wording_of, seen.value as seen
  from releases l
  join changes c on c.change_request_id = l.change_request_id
  left join lateral (
    select value from jsonb_array_elements(l.record->'changes') where value->>'itemId' = c.item_id) as seen on true`;

/** Each approval that a release counts: the change it carried and who approved it. */
const counted = Prisma.sql`
  select carried.*, person.value as user_id
  from (${carried}) as carried
  join releases l on l.plan_id = carried.plan_id and l.number = carried.number
  join lateral jsonb_array_elements(l.record->'approvers') as given on given.value->>'itemId' = carried.item_id
  join lateral jsonb_array_elements_text(given->'userIds') as person on true`;

const at = Prisma.sql`l.plan_id || ' v' || l.number`;

/** What must hold about what was approved, merged and recorded, whatever raced and whatever was killed. */
export const invariants: readonly Invariant[] = [
  {
    id: 'I1',
    name: 'Every revision was opened by the merge that made its release',
    why: 'The live plan changes only through a merge.',
    broken: Prisma.sql`
      select r.workspace_id, r.id as subject from revisions r
      left join releases l on l.plan_id = r.plan_id and l.number = r.from_release
      left join change_requests cr on cr.id = l.change_request_id and cr.status = 'MERGED' and cr.merged_release = l.number
      where cr.id is null or cr.id <> r.change_request_id`,
  },
  {
    id: 'I1',
    name: 'Every revision was ended by a change that its release carried',
    why: 'Nothing leaves the live plan but by a merge that names it.',
    broken: Prisma.sql`
      select r.workspace_id, r.id as subject from revisions r
      join releases l on l.plan_id = r.plan_id and l.number = r.to_release
      where not exists (
        select from changes c where c.change_request_id = l.change_request_id and c.item_id = r.item_id)`,
  },
  {
    id: 'I1',
    name: 'An emergency merge has a reason, two people and what it passed by',
    why: 'Nobody goes round the review alone or in silence, and validity, conflicts and blocks are never passed by.',
    broken: Prisma.sql`
      select l.workspace_id, l.plan_id || ' v' || l.number as subject from releases l
      where l.record->'emergency' is not null and not exists (
        select from emergency_merges e
        where e.plan_id = l.plan_id and e.merged_release = l.number and e.change_request_id = l.change_request_id
          and e.id = l.record->'emergency'->>'id' and e.reason = l.record->'emergency'->>'reason'
          and e.asked_by_id = l.record->'emergency'->>'askedBy' and e.confirmed_by_id = l.merged_by_id
          and e.asked_by_id <> e.confirmed_by_id and e.merged_at <= e.expires_at
          and jsonb_array_length(l.record->'emergency'->'passedBy') > 0
          and not exists (
            select from jsonb_array_elements(l.record->'emergency'->'passedBy') as passed
            where passed.value->>'code' not in (
              'review.approvals', 'review.owner-approval', 'review.acknowledgement', 'review.experiment-running'))
          and not exists (
            select from contributors c
            where c.change_request_id = e.change_request_id and c.user_id = e.confirmed_by_id)
          and exists (
            select from audit_entries a
            where a.workspace_id = l.workspace_id and a.subject_id = l.change_request_id
              and a.action = 'change-request.emergency-confirmed' and a.detail->>'emergencyId' = e.id))
      union all
      select e.workspace_id, e.id from emergency_merges e
      join releases l on l.plan_id = e.plan_id and l.number = e.merged_release
      where l.change_request_id <> e.change_request_id or l.record->'emergency'->>'id' is distinct from e.id`,
  },
  {
    id: 'I2',
    name: 'What merged is exactly what the release recorded as read',
    why: 'An approval is bound to the content and to the base it was given for.',
    broken: Prisma.sql`
      select workspace_id, change_request_id || ' ' || item_id as subject from (${carried}) as carried
      where seen is null or seen->>'digest' <> digest or seen->>'baseDigest' is distinct from base_digest`,
  },
  {
    id: 'I2',
    name: 'Every change that a release wrote was approved',
    why: 'Nothing reaches the plan that nobody entitled has read.',
    broken: Prisma.sql`
      select l.workspace_id, ${at} || ' ' || (given.value->>'itemId') as subject from releases l
      cross join lateral jsonb_array_elements(l.record->'approvers') as given
      where jsonb_array_length(given.value->'userIds') = 0 and not exists (
        select from jsonb_array_elements(l.record->'emergency'->'passedBy') as passed
        where passed.value->>'code' in ('review.approvals', 'review.owner-approval')
          and passed.value->'itemIds' @> jsonb_build_array(given.value->>'itemId'))
      union all
      select l.workspace_id, ${at} || ' ' || r.item_id from releases l
      join revisions r on r.plan_id = l.plan_id and r.from_release = l.number
      where not exists (
        select from jsonb_array_elements(l.record->'approvers') as given where given.value->>'itemId' = r.item_id)`,
  },
  {
    id: 'I2',
    name: 'Every approval that a release counts stands, and covers the state that merged',
    why: 'A withdrawn approval, or one of an earlier text, must not carry a merge.',
    broken: Prisma.sql`
      select workspace_id, change_request_id || ' ' || item_id || ' ' || user_id as subject from (${counted}) as counted
      where not exists (
        select from verdicts v
        join verdict_covers k on k.verdict_id = v.id and k.item_id = counted.item_id
        where v.change_request_id = counted.change_request_id and v.reviewer_id = counted.user_id and v.kind = 'APPROVE'
          and not exists (select from verdict_lifts lift where lift.verdict_id = v.id)
          and k.base_digest is not distinct from counted.base_digest
          and (k.digest = counted.digest or exists (
            select from jsonb_array_elements(counted.wording_of) as worded where worded.value->>'digest' = k.digest)))`,
  },
  {
    id: 'I2',
    name: 'A verdict that went along to a follow-up says what its giver said',
    why: 'Leaving items for another request must not make an approval of what nobody read.',
    broken: Prisma.sql`
      select v.workspace_id, v.id as subject from audit_entries a
      join verdicts v on v.id = a.detail->>'verdictId' and v.workspace_id = a.workspace_id
      where a.action = 'change-request.verdict-carried' and not exists (
        select from verdicts o
        where o.id = a.detail->>'fromVerdictId' and o.reviewer_id = v.reviewer_id and o.kind = v.kind
          and not exists (
            select from verdict_covers k where k.verdict_id = v.id and not exists (
              select from verdict_covers was
              where was.verdict_id = o.id and was.item_id = k.item_id and was.digest = k.digest
                and was.base_digest is not distinct from k.base_digest)))`,
  },
  {
    id: 'I3',
    name: 'No approver contributed to what they approved',
    why: 'Nobody approves their own change, however it came to be theirs.',
    broken: Prisma.sql`
      select counted.workspace_id, counted.change_request_id || ' ' || counted.user_id as subject from (${counted}) as counted
      join contributors c on c.change_request_id = counted.change_request_id and c.user_id = counted.user_id`,
  },
  {
    id: 'I6',
    name: 'No request was merged while somebody asked for changes',
    why: 'A standing block is lifted by its author or dismissed with a reason, and is never passed by.',
    broken: Prisma.sql`
      select v.workspace_id, v.id as subject from verdicts v
      join change_requests cr on cr.id = v.change_request_id and cr.status = 'MERGED'
      where v.kind = 'REQUEST_CHANGES' and not exists (select from verdict_lifts lift where lift.verdict_id = v.id)`,
  },
  {
    id: 'I7',
    name: 'The releases of a plan are numbered from 1 to its head without a gap',
    why: 'History is one line that anybody can read from its beginning.',
    broken: Prisma.sql`
      select p.workspace_id, p.id as subject from plans p left join releases l on l.plan_id = p.id
      group by p.workspace_id, p.id, p.head_release
      having count(l.number) <> p.head_release or coalesce(max(l.number), 0) <> p.head_release`,
  },
  {
    id: 'I8',
    name: 'A request is merged if and only if it has a release',
    why: 'A merge is whole or it did not happen.',
    broken: Prisma.sql`
      select coalesce(cr.workspace_id, l.workspace_id) as workspace_id, coalesce(cr.id, l.change_request_id) as subject
      from (select * from change_requests where status = 'MERGED') as cr
      full join releases l on l.change_request_id = cr.id
      where cr.id is null or l.number is null or cr.merged_release <> l.number or cr.plan_id <> l.plan_id`,
  },
  {
    id: 'I8',
    name: 'A release holds as many items as it says',
    why: 'Half a merge would show as a release that says more than it did.',
    broken: Prisma.sql`
      select l.workspace_id, ${at} as subject from releases l
      where (l.summary->>'itemCount')::int <> (
        select count(distinct r.item_id) from revisions r
        where r.plan_id = l.plan_id and (r.from_release = l.number or r.to_release = l.number))`,
  },
  {
    id: 'I8',
    name: 'Every merge has one entry in the audit',
    why: 'A merge and its record are written in one transaction.',
    broken: Prisma.sql`
      select l.workspace_id, ${at} as subject from releases l
      where 1 <> (
        select count(*) from audit_entries a where a.workspace_id = l.workspace_id
          and a.subject_kind = 'change-request' and a.subject_id = l.change_request_id and a.action = 'change-request.merged')`,
  },
  {
    id: 'I9',
    name: 'Nobody hears from us of what they merged or wrote themselves',
    why: 'A notice to its own author teaches people to look away.',
    broken: Prisma.sql`
      select n.workspace_id, n.id as subject from notifications n
      join releases l on l.plan_id = n.plan_id and l.number = n.release
      where n.subject_key = 'release:' || n.plan_id || ':' || n.release and n.user_id in (l.merged_by_id, l.author_id)`,
  },
  {
    id: 'I9',
    name: 'No message was given up',
    why: 'Whoever is affected by a merge is told, however often telling them failed at first.',
    broken: Prisma.sql`
      select payload->>'workspaceId' as workspace_id, 'job ' || id as subject from graphile_worker._private_jobs
      where attempts >= max_attempts and locked_at is null`,
  },
  {
    id: 'I9',
    name: 'What left by a channel was attempted, and what did not leave says why',
    why: 'By each channel everybody entitled hears, or somebody is told that they could not.',
    broken: Prisma.sql`
      select d.workspace_id, d.id as subject from deliveries d
      where (d.status = 'DELIVERED' and not exists (
          select 1 from delivery_attempts a where a.delivery_id = d.id and a.outcome = 'delivered'))
        or (d.status in ('DEAD', 'SKIPPED') and d.status_reason = '')`,
  },
  {
    id: 'I10',
    name: 'No row points across workspaces',
    why: 'Nothing of one workspace is visible from another.',
    broken: Prisma.sql`
      select cr.workspace_id, cr.id as subject from change_requests cr join plans p on p.id = cr.plan_id where p.workspace_id <> cr.workspace_id
      union all
      select c.workspace_id, c.id from changes c join items i on i.id = c.item_id where i.workspace_id <> c.workspace_id or i.plan_id <> c.plan_id
      union all
      select r.workspace_id, r.id from revisions r join items i on i.id = r.item_id where i.workspace_id <> r.workspace_id or i.plan_id <> r.plan_id
      union all
      select v.workspace_id, v.id from verdicts v join change_requests cr on cr.id = v.change_request_id where cr.workspace_id <> v.workspace_id
      union all
      select n.workspace_id, n.id from notifications n join plans p on p.id = n.plan_id where p.workspace_id <> n.workspace_id
      union all
      select w.workspace_id, w.id from watches w join plans p on p.id = w.plan_id where p.workspace_id <> w.workspace_id`,
  },
  {
    id: 'I11',
    name: 'Every verdict has one entry in the audit',
    why: 'What somebody said about a change is remembered apart from the change.',
    broken: Prisma.sql`
      select v.workspace_id, v.id as subject from verdicts v
      where 1 <> (
        select count(*) from audit_entries a where a.workspace_id = v.workspace_id
          and a.subject_kind = 'change-request' and a.subject_id = v.change_request_id and a.detail->>'verdictId' = v.id
          and a.action in ('change-request.approved', 'change-request.changes-requested', 'change-request.commented',
            'change-request.verdict-carried'))`,
  },
  {
    id: 'I12',
    name: 'The plan holds exactly what each merged change proposed',
    why: 'A merge loses nothing: not an edit, not a removal.',
    broken: Prisma.sql`
      select carried.workspace_id, change_request_id || ' ' || item_id as subject from (${carried}) as carried
      where (operation = 'REMOVE') = exists (
        select from revisions r
        where r.item_id = carried.item_id and r.from_release <= carried.number
          and (r.to_release is null or r.to_release > carried.number)
          and (carried.operation = 'REMOVE' or (
            r.name = carried.name and r.namespace is not distinct from carried.namespace
            and r.content::jsonb = carried.content::jsonb)))`,
  },
  {
    id: 'P1',
    name: 'Every workspace has an admin',
    why: 'Somebody must be able to let people in.',
    broken: Prisma.sql`
      select w.id as workspace_id, w.id as subject from workspaces w
      where not exists (select from memberships m where m.workspace_id = w.id and m.role = 'ADMIN')`,
  },
  {
    id: 'P2',
    name: 'The database’s own guards are in place',
    why: 'It refuses overlapping revisions, names that are taken and altered history by itself, if nobody switched that off.',
    broken: Prisma.sql`
      select null as workspace_id, name as subject from unnest(array['revisions_no_overlap', 'releases_number_check',
        'revisions_to_release_fkey', 'change_requests_merged_check', 'change_requests_merged_release_fkey']) as name
      where not exists (select from pg_constraint where conname = name and convalidated)
      union all
      select null, 'revisions_current_name_key' where not exists (
        select from pg_index where indexrelid = to_regclass('revisions_current_name_key') and indisvalid and indisunique)
      union all
      select null, t.tgrelid::regclass || '.' || t.tgname from pg_trigger t
      where t.tgenabled = 'D' and not t.tgisinternal
      union all
      select null, name || '.append_only' from unnest(array['audit_entries', 'verdicts', 'verdict_covers', 'verdict_lifts',
        'reviewed_contents', 'contributors', 'acknowledgements', 'claim_overturns', 'releases', 'revisions',
        'request_splits', 'rollout_steps']) as name
      where not exists (select from pg_trigger where tgname = 'append_only' and tgrelid = to_regclass(name))`,
  },
  {
    id: 'P3',
    name: 'The database writes before it answers',
    why: 'With one of these settings off, what was acknowledged can be lost when the machine stops.',
    broken: Prisma.sql`
      select null as workspace_id, name as subject from pg_settings
      where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off'`,
  },
];
