import type { Action } from '@/lib/domain/access/actions';

/** A page of the settings. A new one is a line here and a folder under `settings/` of the workspace's pages. */
export interface SettingsSection {
  /** Folder and last part of the address. */
  readonly id: string;
  readonly label: string;
  readonly group: 'Workspace' | 'You';
  /** What a person needs to use it; those who may not see why. */
  readonly action?: Action;
}

export const settingsSections: readonly SettingsSection[] = [
  { id: 'general', label: 'General', group: 'Workspace' },
  { id: 'members', label: 'Members and roles', group: 'Workspace' },
  { id: 'teams', label: 'Teams', group: 'Workspace' },
  { id: 'policy', label: 'Review policy', group: 'Workspace' },
  { id: 'change-requests', label: 'Templates and checklist', group: 'Workspace' },
  { id: 'conventions', label: 'Conventions', group: 'Workspace' },
  { id: 'channels', label: 'Channels', group: 'Workspace' },
  { id: 'tokens', label: 'API tokens', group: 'Workspace' },
  { id: 'audit', label: 'Audit', group: 'Workspace', action: 'audit.read' },
  { id: 'preferences', label: 'Preferences', group: 'You' },
  { id: 'notifications', label: 'Notifications', group: 'You' },
  { id: 'watches', label: 'Watches', group: 'You' },
  { id: 'account', label: 'Account and sessions', group: 'You' },
];
