'use client';
import { createContext, type ReactNode, useContext } from 'react';
import type { Role } from '@/lib/domain/access/roles';

/** The plan that the pages below are about, and who reads it. */
export interface PlanContext {
  readonly workspace: string;
  readonly plan: string;
  readonly planId: string;
  readonly planName: string;
  readonly headRelease: number;
  readonly stages: readonly string[];
  readonly role: Role;
  readonly userId: string;
  /** The change request that this browser has open for editing. */
  readonly editing: number | null;
}

const Context = createContext<PlanContext | null>(null);

/** Hands the plan to everything below it. */
export function PlanProvider({ value, children }: { value: PlanContext; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** The plan around; only below a plan's layout. */
export function usePlan(): PlanContext {
  const plan = useContext(Context);
  if (!plan) throw new Error('usePlan is used outside a plan');
  return plan;
}
