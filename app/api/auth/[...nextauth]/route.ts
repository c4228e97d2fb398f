import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authDoors } from '@/lib/features/auth/auth-doors';
import { authOptions } from '@/lib/infra/auth/next-auth';

async function answer(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return NextAuth(request, context, authOptions(authDoors));
}

export { answer as GET, answer as POST };
