import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { createTerm } from '@/lib/features/glossary/save-term';
import { createNote, updateNote } from '@/lib/features/notes/save-note';
import { createSynonyms } from '@/lib/features/synonyms/save-synonyms';
import { prisma } from '@/lib/infra/db/client';
import { must } from '@/lib/kit/must';
import { listTeams } from '@/lib/store/teams';
import { demoItemId } from './build-items';
import type { Cast } from './cast';
import { demoNotes, demoSynonyms, demoTerms } from './words';

/** Something that was said so many days ago. */
export interface Telling {
  readonly daysAgo: number;
  readonly run: () => Promise<unknown>;
}

/** How the shop came to its glossary, its synonyms and a few notes. */
export async function demoTellings(cast: Cast, actorOf: (name: string) => Actor): Promise<Telling[]> {
  const { plan } = cast;
  const teams = await listTeams(prisma(), cast.workspaceId, { archived: false });
  const terms = demoTerms.map(({ by, team, aliases, ...words }) => {
    const id = teams.find(({ name }) => name === team)?.id;
    const owner = id === undefined ? null : { type: 'team' as const, id };
    const run = async () => must(await createTerm(actorOf(by), { plan, ...words, aliases: [...aliases], owner }));
    return { daysAgo: 90, run };
  });
  const synonyms = demoSynonyms.map((words) => ({
    daysAgo: 80,
    run: async () => must(await createSynonyms(actorOf('Priya Raman'), { plan, words: [...words] })),
  }));
  const notes = demoNotes.map(({ event, by, daysAgo, body, pinned }) => ({
    daysAgo,
    run: async () => {
      const itemId = demoItemId('event', event);
      const note = must(await createNote(actorOf(by), { plan, itemId, body }));
      const pin = { plan, id: note.id, ifMatch: note.lockVersion, pinned };
      if (pinned) must(await updateNote(actorOf('Mei Tanaka'), pin));
    },
  }));
  return [...terms, ...synonyms, ...notes];
}
