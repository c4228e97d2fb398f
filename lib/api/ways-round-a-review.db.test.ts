import { afterAll, beforeAll, describe } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { PolicyView } from '@/lib/contracts/policy';
import { defaultPolicy } from '@/lib/domain/review/policy';
import { addToken } from '@/lib/features/testing/world';
import { call, callFor, type Sender } from './testing/client';
import { Court, expectSound, refuses, words } from './testing/court';

let court: Court;
beforeAll(async () => {
  court = await Court.open();
});
afterAll(() => expectSound(court));

describe('a request does not choose who judges it', () => {
  refuses(
    () => court,
    [
      [
        'by giving the item to somebody who then approves it as its owner',
        403,
        'review.not-entitled',
        async () => {
          const made = await court.propose(court.stage.author, {
            ...words('A'),
            owner: { type: 'person', id: court.crony.userId },
          });
          const [change] = made.changes;
          const covers = [{ itemId: court.item, digest: change?.digest, baseDigest: change?.baseDigest }];
          return call(court.crony, 'POST', `${court.at(made)}/approve`, {
            body: { covers },
            headers: await court.lock(made),
          });
        },
      ],
      [
        'by taking the owner away',
        409,
        'review.gates',
        async () => {
          const made = await court.propose(court.stage.author, { ...words('A'), owner: null });
          await court.approve(court.reviewer, made);
          return court.merge(court.stage.author, made);
        },
      ],
      [
        'by taking away the tag that a rule goes by',
        409,
        'review.gates',
        async () => {
          await setPolicy([
            {
              when: { significance: ['meaning', 'breaking'], kinds: null, tags: ['money'], dataClass: null },
              require: { approvals: 1, from: { type: 'role', role: 'admin' } },
            },
          ]);
          const made = await court.approved(court.stage.author, { ...words('A'), tags: [] });
          const reply = await court.merge(court.stage.author, made);
          await setPolicy([]);
          return reply;
        },
      ],
      [
        'by writing rules into an item',
        422,
        'item.invalid',
        async () => {
          const made = await court.propose(court.stage.author, words('A'));
          return call(court.stage.author, 'PATCH', `${court.at(made)}/changes/${court.item}`, {
            body: { fields: { policy: { rules: [] } } },
          });
        },
      ],
    ],
  );

  async function setPolicy(more: (typeof defaultPolicy)['rules']): Promise<void> {
    const { lockVersion } = await callFor<PolicyView>(court.boss, 'GET', `${court.plan}/policy`);
    await callFor(court.boss, 'PUT', `${court.plan}/policy`, {
      body: { ...defaultPolicy, rules: [...defaultPolicy.rules, ...more] },
      headers: { 'if-match': `"${lockVersion}"` },
    });
  }
});

describe('there is no way round a review', () => {
  const put = async (by: Sender, path: string, body: unknown) => {
    const { lockVersion } = await callFor<PolicyView>(court.boss, 'GET', `${court.plan}/policy`);
    return call(by, 'PUT', path, { body, headers: { 'if-match': `"${lockVersion}"` } });
  };
  refuses(
    () => court,
    [
      [
        'a draft',
        409,
        'review.not-open',
        async () => court.merge(court.stage.author, await court.propose(court.stage.author, words('A'), false)),
      ],
      [
        'nobody has read it',
        409,
        'review.gates',
        async () => court.merge(court.boss, await court.propose(court.boss, words('A'))),
      ],
      [
        'as a viewer',
        403,
        'access.denied',
        async () => court.merge(court.viewer, await court.approved(court.author, words('A'))),
      ],
      [
        'a proposal that nobody took over',
        409,
        'review.gates',
        async () => court.merge(court.stage.author, await court.approved(court.viewer, words('A'))),
      ],
      [
        'a revert',
        409,
        'review.gates',
        async () => {
          const made = await callFor<ChangeRequestView>(
            court.boss,
            'POST',
            `${court.plan}/releases/${court.head}/revert`,
            { body: {} },
          );
          await court.submit(court.boss, made);
          return court.merge(court.boss, made);
        },
      ],
      [
        'an import',
        409,
        'review.gates',
        async () => {
          const staged = await callFor<{ id: string }>(court.boss, 'POST', `${court.plan}/imports`, {
            query: { name: 'plan.csv' },
            body: 'event,meaning\nOrder Step 1,Said by a file.\n',
            headers: { 'content-type': 'text/csv' },
          });
          const applied = `${court.plan}/imports/${staged.id}/change-request`;
          const made = await callFor<{ changeRequest: number }>(court.boss, 'POST', applied, {
            body: { title: 'Import', reason: '' },
          });
          const request = { number: made.changeRequest };
          await court.submit(court.boss, request);
          return court.merge(court.boss, request);
        },
      ],
      [
        'the policy, as an approver',
        403,
        'access.denied',
        () => put(court.author, `${court.plan}/policy`, { ...defaultPolicy, rules: [] }),
      ],
      [
        'the policy, by a token that may only propose and review',
        403,
        'access.denied',
        async () =>
          put(
            { token: await addToken(court.boss, ['read', 'propose', 'review']) },
            `${court.plan}/policy`,
            defaultPolicy,
          ),
      ],
      [
        'one’s own role',
        403,
        'access.denied',
        () =>
          call(court.author, 'PATCH', `${court.workspace}/members/${court.author.userId}`, { body: { role: 'admin' } }),
      ],
      [
        'a team that owns, by joining it',
        403,
        'access.denied',
        () =>
          call(court.author, 'PATCH', `${court.workspace}/teams/tm_any`, {
            body: { memberIds: [court.author.userId] },
          }),
      ],
      [
        'lifting a veto as the author who is an admin',
        403,
        'review.own-change',
        async () => {
          const made = await court.propose(court.boss, words('A'));
          const { verdicts } = await court.veto(court.author, made);
          const body = { reason: 'It is mine.' };
          const path = `${court.at(made)}/verdicts/${verdicts[0]?.id}/dismiss`;
          return call(court.boss, 'POST', path, { body, headers: await court.lock(made) });
        },
      ],
      [
        'an item, written straight',
        405,
        'request.method-not-allowed',
        () => call(court.boss, 'PATCH', `${court.plan}/items/${court.item}`, { body: words('A') }),
      ],
      [
        'an item, deleted straight',
        405,
        'request.method-not-allowed',
        () => call(court.boss, 'DELETE', `${court.plan}/items/${court.item}`),
      ],
      [
        'a release, written straight',
        405,
        'request.method-not-allowed',
        () => call(court.boss, 'POST', `${court.plan}/releases`, { body: {} }),
      ],
    ],
  );
});
