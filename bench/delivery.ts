import { startMailServer } from '@/lib/features/testing/receivers';

/** The part with receivers of its own, which the product is told of before it reads its environment. */
export async function benchDelivery(): Promise<boolean> {
  const mail = await startMailServer();
  Object.assign(process.env, { WAYMARK_OUTGOING_ALLOW: '127.0.0.0/8', WAYMARK_SMTP_URL: mail.url });
  const { timeDelivery } = await import('./delivery-times');
  try {
    return await timeDelivery();
  } finally {
    await mail.stop();
  }
}
