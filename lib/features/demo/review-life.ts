import type { ReviewSettings } from '@/lib/domain/review/checklist';
import type { RolloutState } from '@/lib/domain/rollout/rollout';

/** What every request of the shop begins with, and what nobody wants to forget; by an admin, after the privacy review. */
export const demoReviewSettings: { readonly by: string; readonly daysAgo: number; readonly settings: ReviewSettings } =
  {
    by: 'Mei Tanaka',
    daysAgo: 58,
    settings: {
      template: '## Why now\n\n## Whose numbers change, and from which day\n',
      checklist: [
        { id: 'data_class', words: 'New properties say which data they are', required: 'never' },
        { id: 'told', words: 'Owners of dashboards know the day', required: 'never' },
        { id: 'tickets', words: 'Each source has a ticket', required: 'never' },
      ],
      reminderDays: 2,
    },
  };

interface DemoRollout {
  readonly by: string;
  readonly release: number;
  /** When it was written down. */
  readonly daysAgo: number;
  readonly item: string;
  readonly source: string;
  readonly state: RolloutState;
  readonly version?: string;
  readonly releasedDaysAgo?: number;
  readonly seenDaysAgo?: number;
  readonly note?: string;
}

/** How far releases have come in the code of the sources, the oldest first: one is done, one half, one just began. */
export const demoRollouts: readonly DemoRollout[] = [
  {
    ...{ by: 'Luca Ferri', release: 9, daysAgo: 88, item: 'Order Completed', source: 'Shop backend' },
    ...{ state: 'verified', version: '8.2.0', releasedDaysAgo: 93, seenDaysAgo: 92 },
    note: 'Orders and captured payments agree since.',
  },
  {
    ...{ by: 'Priya Raman', release: 13, daysAgo: 18, item: 'scroll_depth', source: 'Web shop' },
    ...{ state: 'seen-live', version: '2026.42', releasedDaysAgo: 20, seenDaysAgo: 19 },
  },
  {
    ...{ by: 'Sofia Lindgren', release: 6, daysAgo: 17, item: 'payment_method', source: 'iOS app', state: 'in-code' },
    note: 'The app offers Klarna from 4.13 on.',
  },
  {
    ...{ by: 'Tomás Vidal', release: 14, daysAgo: 2, item: 'Order Delivered', source: 'Shop backend' },
    ...{ state: 'released', version: '8.9.1', releasedDaysAgo: 2 },
  },
];

/** Who will be away, and who reviews meanwhile. */
export const demoAbsence = { who: 'Sofia Lindgren', substitute: 'Jonas Lindqvist', inDays: 6, forDays: 5, daysAgo: 1 };
