import { redirect } from 'next/navigation';

/** Settings open at their first section. */
export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  redirect(`/${encodeURIComponent((await params).workspace)}/settings/general`);
}
