/**
 * The only table from an error's code to its HTTP status and title. A use case whose code is missing here does not
 * compile into a route. Codes are stable and documented; keep each noun's together.
 */
export const problems = {
  'request.malformed': [400, 'The request cannot be read'],
  'request.invalid': [400, 'The request is not valid'],
  'request.unsupported-type': [415, 'The body must be application/json'],
  'request.too-large': [413, 'The body is too large'],
  'request.too-slow': [408, 'The body did not arrive in time'],
  'request.cross-site': [403, 'The request came from another site'],
  'request.precondition-required': [428, 'Name the version you read in If-Match'],
  'request.not-found': [404, 'There is no such address'],
  'request.method-not-allowed': [405, 'This address does not take that method'],
  'request.too-many': [429, 'Too many requests'],
  'server.failure': [500, 'Something failed on our side'],
  'server.busy': [503, 'The server is busy'],

  'idempotency.reused': [422, 'This idempotency key was used for another request'],
  'idempotency.in-progress': [409, 'The first request with this key is still running'],
  'idempotency.interrupted': [409, 'The first request with this key was interrupted'],

  'not-found': [404, 'Not found'],
  conflict: [409, 'Somebody else was faster'],
  stale: [412, 'It has changed since you read it'],

  'auth.required': [401, 'Sign in first'],
  'auth.invalid-token': [401, 'This token is not valid'],
  'auth.wrong-credentials': [401, 'E-mail or password is wrong'],
  'auth.too-many-attempts': [429, 'Too many attempts'],
  'auth.already-set-up': [409, 'This instance has its first admin already'],
  'auth.password-weak': [422, 'Choose another password'],
  'auth.demo-unavailable': [404, 'There is no demo here'],
  'access.denied': [403, 'Your role may not do this'],

  'workspace.not-found': [404, 'There is no such workspace'],
  'workspace.slug-taken': [409, 'This address is taken'],
  'workspace.slug-reserved': [422, 'This address is reserved'],
  'workspace.stale': [412, 'The workspace has changed since you read it'],
  'member.not-found': [404, 'There is no such member'],
  'member.last-admin': [409, 'A workspace needs an admin'],
  'member.already': [409, 'This person is a member already'],
  'team.not-found': [404, 'There is no such team'],
  'team.name-taken': [409, 'A team has this name'],
  'team.stale': [412, 'The team has changed since you read it'],
  'invitation.not-found': [404, 'There is no such invitation'],
  'invitation.expired': [410, 'This invitation has expired'],
  'invitation.revoked': [410, 'This invitation was taken back'],
  'invitation.used': [410, 'This invitation was used'],
  'invitation.other-person': [403, 'This invitation is for another address'],
  'invitation.account-exists': [409, 'There is an account with this address: sign in first'],
  'token.not-found': [404, 'There is no such token'],
  'token.scope-missing': [422, 'A token needs a scope'],
  'session.not-found': [404, 'There is no such session'],

  'plan.not-found': [404, 'There is no such plan'],
  'plan.slug-taken': [409, 'A plan has this address'],
  'plan.slug-reserved': [422, 'This address is reserved'],
  'plan.stale': [412, 'The plan has changed since you read it'],
  'item.not-found': [404, 'There is no such item'],
  'item.nothing-to-change': [422, 'Nothing would change'],
  'property.not-found': [404, 'There is no such property'],
  'property.same': [422, 'A property cannot take its own place'],
  'announcement.not-found': [404, 'There is no such announcement'],
  'announcement.over': [422, 'This would be over before it begins'],
  'announcement.too-many': [409, 'Enough is pinned on this plan'],
  'glossary.not-found': [404, 'There is no such term'],
  'glossary.taken': [409, 'The glossary has this word'],
  'glossary.stale': [412, 'The term has changed since you read it'],
  'glossary.too-many': [409, 'The glossary is full'],
  'glossary.unknown-owner': [422, 'The owner is not here'],
  'journey.not-found': [404, 'There is no such journey'],
  'journey.taken': [409, 'A journey has this name'],
  'journey.stale': [412, 'The journey has changed since you read it'],
  'journey.too-many': [409, 'There are enough journeys'],
  'journey.invalid': [422, 'The steps do not fit the plan'],
  'journey.not-a-picture': [422, 'The file is no picture'],
  'journey.no-such-picture': [404, 'There is no such picture'],
  'journey.too-many-pictures': [409, 'There are enough pictures'],
  'synonym.not-found': [404, 'There are no such synonyms'],
  'synonym.taken': [409, 'Another set has this word'],
  'synonym.too-few': [422, 'It needs two different words'],
  'synonym.stale': [412, 'The synonyms have changed since you read them'],
  'synonym.too-many': [409, 'There are enough synonyms'],
  'absence.not-found': [404, 'You have set no absence'],
  'absence.unusable': [422, 'This absence cannot be'],
  'suppression.not-found': [404, 'There is no such suppression'],
  'suppression.own-change': [403, 'Nobody excuses what they contributed to'],
  'suppression.standing': [409, 'This finding is excused already'],
  'suppression.day-unusable': [422, 'Choose a day within a year from today'],
  'note.not-found': [404, 'There is no such note'],
  'note.stale': [412, 'The note has changed since you read it'],
  'note.too-many': [409, 'There are enough notes here'],
  'share-link.not-found': [404, 'There is no such link'],
  'share-link.too-many': [409, 'There are enough links'],
  'view.not-found': [404, 'There is no such view'],
  'view.name-taken': [409, 'A view has this name'],
  'view.other-person': [403, 'Only who made a view can keep it to themselves'],
  'view.too-many': [409, 'You keep enough views in this plan'],
  'release.not-found': [404, 'There is no such release'],

  'change-request.not-found': [404, 'There is no such change request'],
  'import.not-found': [404, 'There is no such import'],
  'import.empty': [422, 'The file has no rows'],
  'import.not-text': [422, 'The file is not a text'],
  'import.invalid-encoding': [422, 'The file is not UTF-8'],
  'import.nul': [422, 'The file has a NUL byte'],
  'import.malformed': [422, 'The file cannot be read as CSV'],
  'import.missing-column': [422, 'The file has no such column'],
  'import.too-many-rows': [422, 'The file has too many rows'],
  'import.too-many-columns': [422, 'The file has too many columns'],
  'import.finished': [409, 'This import is finished'],
  'import.no-changes': [409, 'There is nothing to change'],
  'export.unknown-format': [404, 'There is no such export format'],
  'export.no-such-file': [404, 'The export has no such file'],
  'live.too-many': [429, 'Too many streams are open'],
  'attendance.too-many': [429, 'Said too often'],
  'inbox.not-found': [404, 'There is no such entry'],
  'inbox.past': [422, 'This moment has passed'],
  'watch.no-such-target': [404, 'There is nothing of the kind to watch'],
  'watch.filter-unusable': [422, 'This filter cannot be watched'],
  'watch.level-unusable': [422, 'This level is not offered here'],
  'watch.too-many': [422, 'You watch too many things'],
  'channel.not-found': [404, 'There is no such channel'],
  'channel.invalid': [422, 'The channel is not valid'],
  'channel.stale': [412, 'The channel has changed since you read it'],
  'channel.standing': [409, 'This channel cannot be removed'],
  'channel.too-many': [409, 'There are enough channels'],
  'feed.not-found': [404, 'There is no such feed'],
  'acknowledgement.not-found': [404, 'This link leads nowhere'],
  'unsubscription.not-found': [404, 'This link leads nowhere'],
  'policy.invalid': [422, 'The policy is not valid'],
  'policy.unreadable': [409, 'The rules of this plan cannot be read; an admin has to save them again'],
  'change-request.stale': [412, 'The change request has changed since you read it'],
  'hand-over.unknown-owner': [422, 'The new owner is not here'],
  'hand-over.nothing': [409, 'There is nothing to hand over'],
  'change.not-found': [404, 'The change request does not touch this item'],
  'change.field-moved': [409, 'Somebody else changed this field while you were writing'],
  'item.invalid': [422, 'The item is not valid'],
  'thread.not-found': [404, 'There is no such discussion'],
  'thread.pending': [409, 'Nobody else sees this discussion yet'],
  'thread.no-prose': [422, 'Only sentences can be suggested in other words'],
  'comment.not-found': [404, 'There is no such comment of yours'],
  'comment.empty': [422, 'Say something'],
  'item.id-taken': [409, 'Another item has this id'],
  'release.nothing-to-revert': [409, 'Nothing of this release is left to take back'],
  'release-notes.stale': [412, 'The notes have changed since you read them'],
  'review.finished': [409, 'It is finished'],
  'review.not-open': [409, 'It is not in review'],
  'review.not-allowed': [403, 'Your role may not do this here'],
  'review.own-change': [403, 'Your own contribution needs somebody else’s approval'],
  'review.viewer': [403, 'A viewer’s verdict does not count'],
  'review.not-entitled': [403, 'You are not entitled to approve this'],
  'review.stale': [409, 'It changed while you were reading'],
  'review.nothing-covered': [422, 'Nothing is covered'],
  'review.reason-missing': [422, 'Say why'],
  'review.verdict-missing': [404, 'There is no such verdict that stands'],
  'review.claim-missing': [404, 'There is no such claim'],
  'review.checklist': [409, 'The checklist comes first'],
  'review.line-missing': [404, 'The checklist has no such line'],
  'review.empty': [409, 'There is nothing to review'],
  'review.duplicate-item': [422, 'An item stands twice'],
  'emergency.not-found': [404, 'No emergency merge waits here'],
  'emergency.waiting': [409, 'An emergency merge waits already'],
  'emergency.not-needed': [409, 'Nothing is missing'],
  'emergency.nobody-confirms': [409, 'Nobody could confirm it'],
  'emergency.same-person': [403, 'That needs another person'],
  'emergency.expired': [409, 'The time to confirm is over'],
  'emergency.reviewed': [409, 'It has been reviewed'],
  'rollout.stale': [412, 'It was set since you read it'],
  'rollout.invalid': [422, 'This cannot be'],
  'review.inseparable': [409, 'These changes hold together'],
  'review.gates': [409, 'Something is still missing'],
  'merge.unresolved': [409, 'There are conflicts nobody has answered'],
  'merge.choice-invalid': [422, 'An answer to a conflict cannot be taken'],
} as const satisfies Record<string, readonly [status: number, title: string]>;

/** A code that a response may carry. */
export type ProblemCode = keyof typeof problems;

/** One thing wrong with an input: where, as dotted path, and what to do about it. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** An expected failure on its way out: its code, and whatever else the use case says about it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** The HTTP status of a code. */
export function statusOf(code: ProblemCode): number {
  return problems[code][0];
}

/** The body of RFC 9457 for a problem; the members of the error itself travel along. */
export function problemBody(problem: Problem, requestId: string): Record<string, unknown> {
  const [status, title] = problems[problem.code];
  return {
    ...problem,
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: problem.detail ?? title,
    requestId,
  };
}

/** A response in `application/problem+json`. */
export function problemResponse(problem: Problem, requestId: string, headers?: Record<string, string>): Response {
  return new Response(JSON.stringify(problemBody(problem, requestId)), {
    status: statusOf(problem.code),
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'private, no-store',
      'x-request-id': requestId,
      ...headers,
    },
  });
}
