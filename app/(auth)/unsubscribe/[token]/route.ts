import { apiPrefix, createApi } from '@/lib/api/app';

const api = createApi();

export const dynamic = 'force-dynamic';

interface Params {
  readonly params: Promise<{ token: string }>;
}

/** What a mail program's own button sends (RFC 8058). The signed link is the permission, so whoever sends it brings nothing else. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const path = `${apiPrefix}/unsubscriptions/${encodeURIComponent((await params).token)}`;
  const headers = new Headers();
  for (const name of ['user-agent', 'x-forwarded-for', 'x-real-ip']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return api.request(new URL(path, request.url), { method: 'POST', headers });
}

/** Whoever opens the link is asked first; a letter is also read by machines, which open every link. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const location = `/unsubscribe/${encodeURIComponent((await params).token)}/ask`;
  return new Response(null, { status: 303, headers: { location, 'referrer-policy': 'no-referrer' } });
}
