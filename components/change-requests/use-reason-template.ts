'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { reviewSettingsOptions } from '@/lib/client/review-settings';

/** The reason as its field shows it: what was typed, and before that the template of the plan, which a new request begins with. */
export function useReasonTemplate(typed: string): { value: string; touch: () => void } {
  const { data } = useQuery({ ...reviewSettingsOptions(usePlan()), staleTime: 60_000 });
  const [isTouched, setTouched] = useState(false);
  return { value: typed === '' && !isTouched ? (data?.template ?? '') : typed, touch: () => setTouched(true) };
}
