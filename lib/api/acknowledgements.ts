import { acknowledgementViewSchema } from '@/lib/contracts/channels';
import { acknowledgeNews } from '@/lib/features/acknowledgements/acknowledge-news';
import { readAcknowledgement } from '@/lib/features/acknowledgements/read-acknowledgement';
import { anyone, type Route } from './route';

/** Signed links from messages. Reading one does nothing, since mail programs open links by themselves. */
export const acknowledgementRoutes: readonly Route[] = [
  anyone.get('/acknowledgements/{token}', {
    summary: 'See what a link from a message asks to acknowledge',
    result: acknowledgementViewSchema,
    run: readAcknowledgement,
  }),
  anyone.post('/acknowledgements/{token}', {
    summary: 'Acknowledge it',
    result: acknowledgementViewSchema,
    run: acknowledgeNews,
  }),
];
