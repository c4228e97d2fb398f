'use client';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@/components/ui/tabs';
import type { CodeViewName } from '@/lib/contracts/change-code';
import type { ChangeCardProps } from './card-props';
import { CodeSkeleton } from './code-skeleton';
import { hasCode } from './review-rows';

const ChangeCode = lazy(async () => ({ default: (await import('./change-code')).ChangeCode }));

const views = { meaning: 'Meaning', 'json-schema': 'JSON Schema', snippet: 'Code' } as const;
type View = keyof typeof views;

/** One change in its three readings: what it means, the schemas it makes, and the calls that must follow. */
export function ChangeViews(props: ChangeCardProps & { children: ReactNode }) {
  const { change, focused, commenting, children } = props;
  const [chosen, setChosen] = useState<{ view: View; at: typeof focused }>({ view: 'meaning', at: focused });
  // Whoever walks to a field, or writes about one, wants to see it.
  const isAway = typeof focused === 'string' && focused !== chosen.at;
  const view = isAway || typeof commenting === 'string' ? 'meaning' : chosen.view;
  if (!hasCode(change)) return children;
  return (
    <Tabs value={view} onValueChange={(next) => setChosen({ view: next as View, at: focused })}>
      <TabList aria-label={`Ways to read the change of ${change.name}`} className="mb-2 px-2">
        {Object.entries(views).map(([key, label]) => (
          <Tab key={key} value={key} className="focus-visible:-outline-offset-2">
            {label}
          </Tab>
        ))}
      </TabList>
      <TabPanel value="meaning" tabIndex={-1} className="flex flex-col gap-2 pt-0">
        {children}
      </TabPanel>
      {(['json-schema', 'snippet'] satisfies CodeViewName[]).map((code) => (
        <TabPanel key={code} value={code} tabIndex={-1} className="pt-0">
          <Suspense fallback={<CodeSkeleton />}>
            <ChangeCode {...props} view={code} />
          </Suspense>
        </TabPanel>
      ))}
    </Tabs>
  );
}
