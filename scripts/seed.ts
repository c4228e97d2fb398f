import { seedDemo } from '@/lib/features/demo/seed-demo';
import { prisma } from '@/lib/infra/db/client';

/** Fills the database this process is connected to with the demo workspace. */
export async function seed(): Promise<void> {
  await seedDemo();
  await prisma().$disconnect();
}

if (process.argv[1]?.endsWith('seed.ts')) await seed();
