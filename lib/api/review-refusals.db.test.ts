import { afterAll, beforeAll, describe } from 'vitest';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import { addToken } from '@/lib/features/testing/world';
import { call, callFor } from './testing/client';
import { Court, expectSound, refuses, words } from './testing/court';

let court: Court;
beforeAll(async () => {
  court = await Court.open();
});
afterAll(() => expectSound(court));

describe('nobody approves what they had a hand in', () => {
  refuses(
    () => court,
    [
      [
        'as its author',
        403,
        'review.own-change',
        async () => court.approve(court.author, await court.propose(court.author, words('A'))),
      ],
      [
        'as its author who is an admin',
        403,
        'review.own-change',
        async () => court.approve(court.boss, await court.propose(court.boss, words('A'))),
      ],
      [
        'as its author, by a token',
        403,
        'review.own-change',
        async () =>
          court.approve({ token: await addToken(court.author) }, await court.propose(court.author, words('A'))),
      ],
      [
        'as the person whose token proposed it',
        403,
        'review.own-change',
        async () =>
          court.approve(court.author, await court.propose({ token: await addToken(court.author) }, words('A'))),
      ],
      [
        'as somebody who edited it',
        403,
        'review.own-change',
        async () => {
          const made = await court.propose(court.stage.author, words('A'));
          await court.edit(court.author, made, { purpose: 'Mine.' });
          return court.approve(court.author, made);
        },
      ],
      [
        'as somebody whose edit is gone again',
        403,
        'review.own-change',
        async () => {
          const made = await court.propose(court.stage.author, words('A'));
          await court.edit(court.author, made, { purpose: 'Mine.' });
          await court.edit(court.stage.author, made, { purpose: '' });
          return court.approve(court.author, made);
        },
      ],
      [
        'as somebody who edited it in the grid',
        403,
        'review.own-change',
        async () => {
          const made = await court.propose(court.stage.author, words('A'));
          await court.editInGrid(court.author, made, { purpose: 'Mine.' });
          return court.approve(court.author, made);
        },
      ],
      [
        'as somebody who took a proposal over',
        403,
        'review.own-change',
        async () => {
          const made = await court.propose(court.viewer, words('A'));
          await callFor(court.author, 'POST', `${court.at(made)}/take-over`, {
            body: {},
            headers: await court.lock(made),
          });
          return court.approve(court.author, made);
        },
      ],
      [
        'as somebody who reverted a release by it',
        403,
        'review.own-change',
        async () => {
          const made = await callFor<ChangeRequestView>(
            court.author,
            'POST',
            `${court.plan}/releases/${court.head}/revert`,
            { body: {} },
          );
          await court.submit(court.author, made);
          return court.approve(court.author, made);
        },
      ],
      [
        'as a viewer',
        403,
        'access.denied',
        async () => court.approve(court.viewer, await court.propose(court.stage.author, words('A'))),
      ],
      [
        'as a contributor who owns nothing of it',
        409,
        'review.gates',
        async () => {
          const made = await court.propose(court.stage.author, words('A'));
          await court.approve(court.crony, made);
          return court.merge(court.stage.author, made);
        },
      ],
    ],
  );
});

describe('what was approved is what is merged', () => {
  const mergedAfter = (move: (made: ChangeRequestView) => Promise<unknown>) => async () => {
    const made = await court.approved(court.stage.author, words('Read'));
    await move(made);
    return court.merge(court.stage.author, made);
  };
  refuses(
    () => court,
    [
      [
        'not after an edit by its author',
        409,
        'review.gates',
        mergedAfter((made) => court.edit(court.stage.author, made, words('Late'))),
      ],
      [
        'not after an edit in the grid',
        409,
        'review.gates',
        mergedAfter((made) => court.editInGrid(court.stage.helper, made, words('Late'))),
      ],
      [
        'not after the change was taken out and put in again as another',
        409,
        'review.gates',
        mergedAfter(async (made) => {
          await callFor(court.stage.author, 'DELETE', `${court.at(made)}/changes/${court.item}`);
          await court.edit(court.stage.author, made, words('Late'));
        }),
      ],
      [
        'not as a removal that took the place of an edit',
        409,
        'review.gates',
        mergedAfter((made) =>
          callFor(court.stage.author, 'POST', `${court.at(made)}/changes/${court.item}/remove`, { body: {} }),
        ),
      ],
      [
        'not when an approver put words of their own in later',
        409,
        'review.gates',
        mergedAfter((made) => court.edit(court.reviewer, made, { purpose: 'Mine.' })),
      ],
      [
        'not when a change is called a clarification afterwards',
        409,
        'review.gates',
        mergedAfter((made) =>
          callFor(court.stage.author, 'PATCH', `${court.at(made)}/changes/${court.item}`, {
            body: { fields: {}, claims: [{ field: 'meaning' }] },
          }),
        ),
      ],
      [
        'not while somebody asks for changes, admins included',
        409,
        'review.gates',
        async () => {
          const made = await court.approved(court.stage.author, words('Read'));
          await court.veto(court.author, made);
          return court.merge(court.boss, made);
        },
      ],
      [
        'and an approval of an earlier text is none',
        409,
        'review.stale',
        async () => {
          const made = await court.propose(court.stage.author, words('Read'));
          await court.edit(court.stage.author, made, words('Late'));
          const covers = made.changes.map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));
          return call(court.reviewer, 'POST', `${court.at(made)}/approve`, {
            body: { covers },
            headers: await court.lock(made),
          });
        },
      ],
    ],
  );
});
