/** Verbs that events are named with: the bare form and the past participle where it is not regular. */
const irregular: Record<string, string> = {
  begin: 'begun',
  build: 'built',
  buy: 'bought',
  choose: 'chosen',
  find: 'found',
  give: 'given',
  hide: 'hidden',
  leave: 'left',
  lose: 'lost',
  make: 'made',
  pay: 'paid',
  read: 'read',
  run: 'run',
  see: 'seen',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  show: 'shown',
  take: 'taken',
  win: 'won',
  withdraw: 'withdrawn',
  write: 'written',
};

const regular =
  `abandon accept access acknowledge activate add adjust allow apply approve archive assign attach authenticate authorize block book browse cancel
  change check claim clear click clone close collapse collect compare complete configure confirm connect convert copy create deactivate decline delete deliver deny
  deploy deselect destroy detach disable disconnect dismiss display download drag drop duplicate edit enable enroll enter execute exit expand expire export fail fetch
  filter finish follow generate grant hover identify ignore import initialize initiate install invite invoke join launch like load lock login logout mark merge move
  mute navigate open perform pin play post press preview process publish purchase push receive refresh refund register reject remove rename render reopen reorder
  replace reply report request reset resolve restart restore resume retry revert review revoke save schedule scroll search select share sign skip sort start stop
  submit subscribe swipe sync tap toggle track transfer trigger type unblock uninstall unlock unpin unsubscribe update upgrade upload use validate verify view visit watch`
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Words that name a thing as often as an action: alone they prove no grammar. */
const nouns = new Set(
  `access book change check click claim clone copy deploy display download drag drop edit exit export filter fail import install invite launch like load lock login logout
  mark merge move pin play post press preview process purchase push refund register reply report request reset review schedule scroll search select set share show sign sort
  start stop swipe sync tap toggle track transfer trigger type update upgrade upload use view visit watch win run read access report export import build find leave buy`.split(
    /\s+/u,
  ),
);

const doubled = new Set([
  'drag',
  'drop',
  'pin',
  'unpin',
  'skip',
  'stop',
  'submit',
  'tap',
  'transfer',
  'refer',
  'commit',
  'log',
  'swap',
  'tag',
  'ban',
  'plan',
  'admit',
]);

/** The past participle of a verb in lower case. */
export function participleOf(verb: string): string {
  const known = irregular[verb];
  if (known && Object.hasOwn(irregular, verb)) return known;
  if (verb === 'login') return 'logged in';
  if (verb === 'logout') return 'logged out';
  if (verb.endsWith('e')) return `${verb}d`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}ied`;
  return doubled.has(verb) ? `${verb}${verb.slice(-1)}ed` : `${verb}ed`;
}

const verbs = new Set([...regular, ...Object.keys(irregular)]);
const baseByParticiple = new Map([...verbs].map((verb) => [participleOf(verb), verb]));

/** The bare form of a past participle, when it is a known one. */
export function baseOf(participle: string): string | undefined {
  return baseByParticiple.get(participle);
}

/** Whether a word is a verb in its bare form. */
export function isVerb(word: string): boolean {
  return verbs.has(word);
}

/** Whether a word is a verb in its bare form and hardly anything else. */
export function isOnlyVerb(word: string): boolean {
  return verbs.has(word) && !nouns.has(word);
}

/** Whether a word is a past participle and not also a bare form. */
export function isParticiple(word: string): boolean {
  return (baseByParticiple.has(word) && !verbs.has(word)) || (/[a-z]{3}ed$/u.test(word) && !notPast.has(word));
}

const notPast = new Set([
  'embed',
  'feed',
  'need',
  'seed',
  'speed',
  'exceed',
  'proceed',
  'indeed',
  'feed',
  'shed',
  'breed',
]);
