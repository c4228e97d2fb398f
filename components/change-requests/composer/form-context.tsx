'use client';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { memberChoicesOptions } from '@/lib/client/members';
import { searchIndexOptions } from '@/lib/client/search';
import { teamsOptions } from '@/lib/client/teams';
import type { SearchDocument } from '@/lib/contracts/search';
import { buildSearchIndex, type SearchIndex } from '@/lib/domain/search/build-search-index';
import type { NewProperty } from './draft';

/** What the editors of fields know of the plan around the item. */
export interface FormContext {
  readonly names: (id: string) => string;
  readonly index: SearchIndex<SearchDocument> | undefined;
  readonly documents: readonly SearchDocument[];
  readonly stages: readonly string[];
  readonly owners: readonly { readonly type: 'team' | 'person'; readonly id: string; readonly name: string }[];
  readonly newProperties: readonly NewProperty[];
  /** Makes a property that the item uses and the plan does not have yet; gives its id. */
  readonly createProperty: (name: string) => string;
  readonly updateProperty: (id: string, change: Partial<NewProperty>) => void;
}

const Context = createContext<FormContext | null>(null);

/** The plan around the form; only inside a composer. */
export function useForm(): FormContext {
  const form = useContext(Context);
  if (!form) throw new Error('useForm is used outside a composer');
  return form;
}

export interface FormProviderProps extends Pick<FormContext, 'newProperties' | 'createProperty' | 'updateProperty'> {
  /** Names of items that are part of the request only. */
  readonly extraNames: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** Reads what editors offer: the items, the people and teams. */
export function FormProvider({
  extraNames,
  newProperties,
  createProperty,
  updateProperty,
  children,
}: FormProviderProps) {
  const plan = usePlan();
  const { data: search } = useQuery(searchIndexOptions(plan, null));
  const { data: members } = useQuery(memberChoicesOptions(plan.workspace));
  const { data: teams } = useQuery(teamsOptions(plan.workspace));
  const index = useMemo(() => (search ? buildSearchIndex(search.documents) : undefined), [search]);
  const owners = useMemo(
    () => [
      ...(teams?.items ?? []).map(({ id, name }) => ({ type: 'team' as const, id, name })),
      ...(members?.items ?? []).map(({ id, name }) => ({ type: 'person' as const, id, name })),
    ],
    [members, teams],
  );
  const byId = useMemo(() => new Map(search?.documents.map((document) => [document.id, nameOf(document)])), [search]);
  const value = useMemo<FormContext>(() => {
    const fresh = new Map(newProperties.map((property) => [property.id, property.name]));
    const people = new Map(owners.map((owner) => [owner.id, owner.name]));
    return {
      names: (id) => fresh.get(id) ?? byId.get(id) ?? extraNames[id] ?? people.get(id) ?? id,
      index,
      documents: search?.documents ?? [],
      stages: plan.stages,
      owners,
      newProperties,
      createProperty,
      updateProperty,
    };
  }, [newProperties, owners, byId, extraNames, index, search, plan.stages, createProperty, updateProperty]);
  return <Context value={value}>{children}</Context>;
}

/** An item of the index as it is called. */
export function nameOf(document: Pick<SearchDocument, 'name' | 'namespace'>): string {
  return document.namespace === null ? document.name : `${document.namespace}/${document.name}`;
}
