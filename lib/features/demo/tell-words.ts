import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { createTerm, updateTerm } from '@/lib/features/glossary/save-term';
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
  const terms = demoTerms.flatMap(({ by, team, aliases, before, ...words }) => {
    const teamId = teams.find(({ name }) => name === team)?.id;
    const owner = teamId === undefined ? null : { type: 'team' as const, id: teamId };
    const first = { plan, ...words, definition: before?.definition ?? words.definition, aliases: [...aliases], owner };
    let id = '';
    const create = async () => {
      id = must(await createTerm(actorOf(by), first)).id;
    };
    if (!before) return [{ daysAgo: 90, run: create }];
    const edit = { plan, ifMatch: 1, definition: words.definition };
    const rewrite = async () => must(await updateTerm(actorOf(before.by), { ...edit, id }));
    return [
      { daysAgo: 90, run: create },
      { daysAgo: before.daysAgo, run: rewrite },
    ];
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
