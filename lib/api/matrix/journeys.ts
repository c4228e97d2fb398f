import { addPlan, itemOf, mergeItems } from '@/lib/features/testing/plan';
import type { Persona, World } from '@/lib/features/testing/world';
import { drawPng } from '@/lib/infra/draw-png';
import { newId } from '@/lib/kit/id';
import { callFor } from '../testing/client';
import type { Example, Matrix } from '../testing/row';

const picture = {
  body: drawPng({ width: 4, height: 3, palette: [[255, 255, 255]], boxes: [] }),
  headers: { 'content-type': 'image/png' },
};

const plans = new WeakMap<World, Promise<string>>();

function planOf(world: World): Promise<string> {
  const known = plans.get(world) ?? makePlan(world);
  plans.set(world, known);
  return known;
}

async function makePlan(world: World): Promise<string> {
  const place = await addPlan(world);
  await mergeItems(place, [itemOf('event', 'Order Completed', { category: 'Orders' })]);
  return place.slug;
}

const fresh = () => `Journey ${newId('x').slice(2)}`;
const inPlan = async (world: World): Promise<Example> => ({ params: { plan: await planOf(world) } });

async function stored(world: World, me: Persona): Promise<Example> {
  const plan = await planOf(world);
  const path = `/workspaces/${world.slug}/plans/${plan}/journeys`;
  const made = await callFor<{ id: string; lockVersion: number }>(me, 'POST', path, { body: { name: fresh() } });
  return { params: { plan, id: made.id }, headers: { 'if-match': `"${made.lockVersion}"` } };
}

const address = async (world: World): Promise<Example> => {
  const { params } = await stored(world, world.people.contributor);
  return params ? { params } : {};
};

const propose = () => ({ needs: 'contributor', scope: 'propose' }) as const;
const read = () => ({ needs: 'viewer', scope: 'read' }) as const;

/** The map, journeys and their pictures. */
export const journeyMatrix: Matrix = {
  'GET /workspaces/{workspace}/plans/{plan}/map': { ...read(), example: inPlan },
  'GET /workspaces/{workspace}/plans/{plan}/journeys': { ...read(), example: inPlan },
  'POST /workspaces/{workspace}/plans/{plan}/journeys': {
    ...propose(),
    example: async (world) => ({ ...(await inPlan(world)), body: { name: fresh(), category: 'Orders' } }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/journeys/{id}': { ...read(), example: address },
  'PUT /workspaces/{workspace}/plans/{plan}/journeys/{id}': {
    ...propose(),
    example: async (world, me) => ({
      ...(await stored(world, me)),
      body: { name: fresh(), steps: [{ id: 'st_1', title: 'Landing page' }] },
    }),
  },
  'DELETE /workspaces/{workspace}/plans/{plan}/journeys/{id}': { ...propose(), example: address },
  'POST /workspaces/{workspace}/plans/{plan}/journeys/{id}/restore': { ...propose(), example: address },
  'POST /workspaces/{workspace}/plans/{plan}/journey-pictures': {
    ...propose(),
    example: async (world) => ({ ...(await inPlan(world)), ...picture }),
  },
  'GET /workspaces/{workspace}/plans/{plan}/journey-pictures/{digest}': {
    ...read(),
    example: async (world) => {
      const plan = await planOf(world);
      const path = `/workspaces/${world.slug}/plans/${plan}/journey-pictures`;
      const { digest } = await callFor<{ digest: string }>(world.people.contributor, 'POST', path, picture);
      return { params: { plan, digest } };
    },
  },
};
