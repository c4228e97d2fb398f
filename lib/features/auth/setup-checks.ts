import 'server-only';
import { prisma } from '@/lib/infra/db/client';
import { env } from '@/lib/infra/env';
import { hasPasswordUser } from '@/lib/store/users';

/** One thing an instance needs, and what was found. */
export interface SetupFinding {
  readonly name: string;
  readonly isFine: boolean;
  readonly words: string;
}

/** What a new instance finds out about itself; nothing amber stops the first sign-up. */
export async function checkSetup(): Promise<SetupFinding[]> {
  return [await checkDatabase(), checkMail(), checkAddress()];
}

async function checkDatabase(): Promise<SetupFinding> {
  try {
    await hasPasswordUser(prisma());
    return { name: 'Database', isFine: true, words: 'PostgreSQL answers and its tables are there.' };
  } catch {
    return { name: 'Database', isFine: false, words: 'PostgreSQL does not answer. Check DATABASE_URL and the log.' };
  }
}

function checkMail(): SetupFinding {
  return { name: 'Mail', isFine: false, words: 'Not set up; invitations go by link and news to the inbox.' };
}

function checkAddress(): SetupFinding {
  const address = env().baseUrl;
  const { hostname, protocol } = new URL(address);
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (isLoopback) return { name: 'Address', isFine: true, words: `${address}, for this computer only.` };
  if (protocol === 'https:') return { name: 'Address', isFine: true, words: address };
  return {
    name: 'Address',
    isFine: false,
    words: `${address} is not encrypted. Put https in front and set WAYMARK_URL to it.`,
  };
}
