import type { Metadata } from 'next';
import { UnsubscribeCard } from '@/components/auth/unsubscribe-card';

// The address is signed for one reader: nothing on the way may keep or pass it on.
export const metadata: Metadata = { title: 'Unsubscribe', referrer: 'no-referrer', robots: { index: false } };

/** Where the link at the foot of a message leads; opening it changes nothing. */
export default async function UnsubscribePage({ params }: { params: Promise<{ token: string }> }) {
  return <UnsubscribeCard token={(await params).token} />;
}
