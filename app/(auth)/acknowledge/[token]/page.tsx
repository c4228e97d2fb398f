import type { Metadata } from 'next';
import { AcknowledgeCard } from '@/components/auth/acknowledge-card';

// The address is signed for one person: nothing on the way may keep or pass it on.
export const metadata: Metadata = { title: 'Acknowledge', referrer: 'no-referrer', robots: { index: false } };

/** Where a link from a message leads; opening it changes nothing. */
export default async function AcknowledgePage({ params }: { params: Promise<{ token: string }> }) {
  return <AcknowledgeCard token={(await params).token} />;
}
