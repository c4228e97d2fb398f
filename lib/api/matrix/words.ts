import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { newId } from '@/lib/kit/id';
import { callFor } from '../testing/client';
import type { Matrix } from '../testing/row';

const plans = new WeakMap<World, Promise<{ plan: string; itemId: string }>>();

/** One plan for all that is written beside the items of a world. */
function planOf(world: World) {
  const known = plans.get(world) ?? makePlan(world);
  plans.set(world, known);
  return known;
}

async function makePlan(world: World) {
  const place = await addPlan(world);
  const event = itemOf('event', 'Order Completed', { meaning: 'An order was placed.' });
  await mergeItems(place, [event]);
  return { plan: place.slug, itemId: event.id };
}

/** A word that nobody else has. */
const fresh = () => `word ${newId('x').slice(2)}`;

interface Stored {
  id: string;
  lockVersion: number;
}

async function stored(world: World, me: Persona, path: string, body: object) {
  const { plan } = await planOf(world);
  const made = await callFor<Stored>(me, 'POST', `/workspaces/${world.slug}/plans/${plan}/${path}`, { body });
  return { params: { plan, id: made.id }, headers: { 'if-match': `"${made.lockVersion}"` } };
}

const term = (world: World, me: Persona) =>
  stored(world, me, 'glossary', { term: fresh(), definition: 'Someone who bought twice in a year.' });
const synonyms = (world: World, me: Persona) => stored(world, me, 'synonyms', { words: [fresh(), fresh()] });
const note = async (world: World, me: Persona) =>
  stored(world, me, 'notes', { itemId: (await planOf(world)).itemId, body: 'Amounts were in cents.' });
const path = async (world: World) => ({ params: { plan: (await planOf(world)).plan } });

const propose = () => ({ needs: 'contributor', scope: 'propose' }) as const;
const discuss = () => ({ needs: 'viewer', scope: 'review' }) as const;

/** The words beside a plan's items: glossary, synonyms, searches in vain, notes. */
export const wordsMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/glossary': { needs: 'viewer', scope: 'read', example: path },
  'POST /workspaces/{workspace}/plans/{plan}/glossary': {
    ...propose(),
    example: async (world) => ({ ...(await path(world)), body: { term: fresh(), definition: 'What it means.' } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/glossary/{id}/history': {
    ...{ needs: 'viewer', scope: 'read' },
    example: async (world) => ({ params: (await term(world, world.people.contributor)).params }),
  },
  'PATCH /workspaces/{workspace}/plans/{plan}/glossary/{id}': {
    ...propose(),
    example: async (world, me) => ({ ...(await term(world, me)), body: { definition: 'Said better.' } }),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/glossary/{id}': {
    ...propose(),
    example: async (world, me) => ({ params: (await term(world, me)).params }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/glossary/{id}/restore': {
    ...propose(),
    example: async (world, me) => ({ params: (await term(world, me)).params }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/synonyms': { needs: 'viewer', scope: 'read', example: path },
  'POST /workspaces/{workspace}/plans/{plan}/synonyms': {
    ...propose(),
    example: async (world) => ({ ...(await path(world)), body: { words: [fresh(), fresh()] } }),
  },
  'PUT /workspaces/{workspace}/plans/{plan}/synonyms/{id}': {
    ...propose(),
    example: async (world, me) => ({ ...(await synonyms(world, me)), body: { words: [fresh(), fresh()] } }),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/synonyms/{id}': {
    ...propose(),
    example: async (world, me) => ({ params: (await synonyms(world, me)).params }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/vain-searches': { ...propose(), example: path },
  'POST /workspaces/{workspace}/plans/{plan}/vain-searches': {
    needs: 'viewer',
    scope: 'session',
    example: async (world) => ({ ...(await path(world)), body: { q: 'zebra crossing' } }),
  },
  'POST /workspaces/{workspace}/plans/{plan}/vain-searches/dismiss': {
    ...propose(),
    example: async (world) => {
      const { plan } = await planOf(world);
      const q = `zz${newId('x').slice(2)}`;
      const at = `/workspaces/${world.slug}/plans/${plan}/vain-searches`;
      await callFor(world.people.contributor, 'POST', at, { body: { q } });
      return { params: { plan }, body: { text: q } };
    },
  },
  'GET /workspaces/{workspace}/plans/{plan}/notes': {
    needs: 'viewer',
    scope: 'read',
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan }, query: { item: itemId } };
    },
  },
  'POST /workspaces/{workspace}/plans/{plan}/notes': {
    ...discuss(),
    example: async (world) => {
      const { plan, itemId } = await planOf(world);
      return { params: { plan }, body: { itemId, body: 'Amounts before March are in **cents**.' } };
    },
  },
  'PATCH /workspaces/{workspace}/plans/{plan}/notes/{id}': {
    ...discuss(),
    example: async (world, me) => ({
      ...(await note(world, me)),
      body: { body: 'Amounts before April are in cents.' },
    }),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/notes/{id}': {
    ...discuss(),
    example: async (world, me) => ({ params: (await note(world, me)).params }),
  },
};
