import { answerSharedPage } from '@/lib/api/shared-page';

export const dynamic = 'force-dynamic';

interface Params {
  readonly params: Promise<{ token: string; path?: string[] }>;
}

/** A page of a plan that was shared by a link. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token, path = [] } = await params;
  return answerSharedPage(request, token, path);
}
