import type { Metadata } from 'next';
import { SettingsSection } from '@/components/settings/settings-section';
import { TokensList } from '@/components/tokens/tokens-list';
import { tokensOptions } from '@/lib/client/tokens';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listTokens } from '@/lib/features/tokens/list-tokens';
import { Seeded } from '../seeded';

export const metadata: Metadata = { title: 'API tokens · Settings' };

/** API tokens. */
export default async function TokensPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const tokens = await listTokens(actor);
  return (
    <Seeded data={[[tokensOptions(workspace).queryKey, tokens.ok ? tokens.value : undefined]]}>
      <SettingsSection
        title="API tokens"
        description="For scripts and CI. A token acts for the person who made it, in this workspace only."
      >
        <TokensList workspace={workspace} role={actor.role} />
      </SettingsSection>
    </Seeded>
  );
}
