import type { Role } from './roles';
import type { Scope } from './scopes';

/**
 * What an action asks for: the weakest role that may do it and the scope a token needs.
 * `session` actions are refused to tokens, whatever their scope.
 */
export interface ActionRule {
  readonly role: Role;
  readonly scope: Scope | 'session';
}

function rule(role: Role, scope: ActionRule['scope']): ActionRule {
  return { role, scope };
}

/**
 * Roles × actions for the whole product. Rules that look at the row (own draft, own token, contributor of the change)
 * come on top of this table and never loosen it.
 */
export const actions = {
  'workspace.read': rule('viewer', 'read'),
  'workspace.update': rule('admin', 'admin'),
  'member.read': rule('viewer', 'read'),
  'member.update': rule('admin', 'admin'),
  'member.remove': rule('admin', 'admin'),
  'team.read': rule('viewer', 'read'),
  'team.create': rule('admin', 'admin'),
  'team.update': rule('admin', 'admin'),
  'team.archive': rule('admin', 'admin'),
  'invitation.read': rule('admin', 'admin'),
  'invitation.create': rule('admin', 'admin'),
  'invitation.revoke': rule('admin', 'admin'),
  'token.read': rule('viewer', 'session'),
  'token.create': rule('viewer', 'session'),
  'token.revoke': rule('viewer', 'session'),
  'token.manage': rule('admin', 'session'),
  'audit.read': rule('admin', 'admin'),

  'plan.read': rule('viewer', 'read'),
  'plan.create': rule('admin', 'admin'),
  'plan.update': rule('admin', 'admin'),
  'plan.archive': rule('admin', 'admin'),
  'policy.read': rule('viewer', 'read'),
  'policy.update': rule('admin', 'admin'),
  'review-settings.update': rule('approver', 'admin'),
  'conventions.read': rule('viewer', 'read'),
  'conventions.update': rule('admin', 'admin'),
  'conventions.suppress': rule('approver', 'review'),
  'item.read': rule('viewer', 'read'),
  'plan-health.read': rule('viewer', 'read'),
  'property.unify': rule('viewer', 'propose'),
  'announcement.read': rule('viewer', 'read'),
  'announcement.create': rule('contributor', 'propose'),
  'announcement.end': rule('contributor', 'propose'),
  'glossary.read': rule('viewer', 'read'),
  'glossary.create': rule('contributor', 'propose'),
  'glossary.update': rule('contributor', 'propose'),
  'glossary.remove': rule('contributor', 'propose'),
  'journey.read': rule('viewer', 'read'),
  'journey.create': rule('contributor', 'propose'),
  'journey.update': rule('contributor', 'propose'),
  'journey.remove': rule('contributor', 'propose'),
  'synonym.read': rule('viewer', 'read'),
  'synonym.update': rule('contributor', 'propose'),
  'note.read': rule('viewer', 'read'),
  'note.create': rule('viewer', 'review'),
  'note.update': rule('viewer', 'review'),
  'note.remove': rule('viewer', 'review'),
  'view.read': rule('viewer', 'read'),
  'view.create': rule('viewer', 'propose'),
  'view.update': rule('viewer', 'propose'),
  'view.remove': rule('viewer', 'propose'),
  'view.share': rule('contributor', 'propose'),
  'share-link.read': rule('approver', 'session'),
  'share-link.create': rule('approver', 'session'),
  'share-link.revoke': rule('approver', 'session'),
  'search.read': rule('viewer', 'read'),
  'search.record': rule('viewer', 'session'),
  'release.read': rule('viewer', 'read'),
  'release.compare': rule('viewer', 'read'),
  'release-notes.edit': rule('approver', 'review'),
  'release.revert': rule('contributor', 'propose'),

  'change-request.read': rule('viewer', 'read'),
  'change-request.attend': rule('viewer', 'session'),
  'change-request.create': rule('viewer', 'propose'),
  'change-request.edit': rule('viewer', 'propose'),
  'change-request.submit': rule('viewer', 'propose'),
  'change-request.rebase': rule('viewer', 'propose'),
  'change-request.close': rule('viewer', 'propose'),
  'change-request.reopen': rule('viewer', 'propose'),
  'change-request.take-over': rule('contributor', 'propose'),
  'change-request.ask-review': rule('viewer', 'propose'),
  'change-request.check': rule('viewer', 'review'),
  'change-request.comment': rule('viewer', 'review'),
  'change-request.review': rule('contributor', 'review'),
  'change-request.approve': rule('contributor', 'review'),
  'change-request.request-changes': rule('contributor', 'review'),
  'change-request.acknowledge': rule('viewer', 'review'),
  'change-request.dismiss': rule('approver', 'review'),
  'change-request.merge': rule('contributor', 'review'),
  'emergency.read': rule('viewer', 'read'),
  'emergency.ask': rule('approver', 'session'),
  'emergency.confirm': rule('approver', 'session'),
  'emergency.withdraw': rule('approver', 'session'),
  'emergency.review': rule('approver', 'session'),
  'rollout.read': rule('viewer', 'read'),
  'rollout.update': rule('contributor', 'propose'),

  'watch.read': rule('viewer', 'read'),
  'watch.create': rule('viewer', 'propose'),
  'watch.remove': rule('viewer', 'propose'),
  'absence.read': rule('viewer', 'read'),
  'absence.update': rule('viewer', 'propose'),
  'inbox.read': rule('viewer', 'read'),
  'inbox.update': rule('viewer', 'propose'),
  'channel.read': rule('viewer', 'read'),
  'channel.create': rule('viewer', 'admin'),
  'channel.manage': rule('admin', 'admin'),
  'home.read': rule('viewer', 'read'),

  'import.read': rule('viewer', 'read'),
  'import.create': rule('contributor', 'propose'),
  'import.apply': rule('contributor', 'propose'),
  'export.read': rule('viewer', 'export'),
} as const satisfies Record<string, ActionRule>;

/** Something a person can do in a workspace. */
export type Action = keyof typeof actions;
