import { seedDemo } from '@/lib/features/demo/seed-demo';
import { prisma } from '@/lib/infra/db/client';
import { isEmpty, withDatabase } from './instance';

/** Fills the database this process is connected to with the demo workspace. */
export async function seed(): Promise<void> {
  await seedDemo();
  await prisma().$disconnect();
}

if (process.argv[1]?.endsWith('seed.ts')) {
  await withDatabase(async (url) => {
    if (!(await isEmpty(url))) return console.log('There is data in it already: nothing was seeded.');
    await seed();
    console.log('Seeded the demo workspace.');
  });
}
