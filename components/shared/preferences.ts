/** What a person may choose about how the product looks and listens; kept in cookies so that the first paint is right. */
export interface Preferences {
  density: 'compact' | 'comfortable';
  palette: 'standard' | 'colour-blind';
  rail: 'open' | 'folded';
  /** Whether single keys and sequences act; combinations with ⌘ or Ctrl always do. */
  singleKeys: 'on' | 'off';
}

const choices: { [K in keyof Preferences]: readonly [Preferences[K], ...Preferences[K][]] } = {
  density: ['compact', 'comfortable'],
  palette: ['standard', 'colour-blind'],
  rail: ['open', 'folded'],
  singleKeys: ['on', 'off'],
};

function choose<K extends keyof Preferences>(key: K, value: string | undefined): Preferences[K] {
  const [standard, ...others] = choices[key];
  return others.find((choice) => choice === value) ?? standard;
}

/** The cookie that holds one preference. */
export function preferenceCookie(key: keyof Preferences): string {
  return `wm-${key.toLowerCase()}`;
}

/** Every preference, from a way to read a cookie; what is missing or unknown is the standard choice. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  return {
    density: choose('density', cookie(preferenceCookie('density'))),
    palette: choose('palette', cookie(preferenceCookie('palette'))),
    rail: choose('rail', cookie(preferenceCookie('rail'))),
    singleKeys: choose('singleKeys', cookie(preferenceCookie('singleKeys'))),
  };
}

/** The attributes on the root element that the style sheet and the keyboard read. */
export function preferenceAttributes(preferences: Preferences): Record<`data-${string}`, string> {
  return {
    'data-density': preferences.density,
    'data-palette': preferences.palette,
    'data-rail': preferences.rail,
    'data-singlekeys': preferences.singleKeys,
  };
}

/** Applies one preference at once and keeps it for a year. Browser only. */
export function setPreference<K extends keyof Preferences>(key: K, value: Preferences[K]): void {
  document.documentElement.setAttribute(`data-${key.toLowerCase()}`, value);
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox, and the server reads this one.
  document.cookie = `${preferenceCookie(key)}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
  window.dispatchEvent(new CustomEvent('waymark:preference', { detail: { key, value } }));
}

/** One preference as it is applied now. Browser only. */
export function currentPreference<K extends keyof Preferences>(key: K): Preferences[K] {
  return choose(key, document.documentElement.getAttribute(`data-${key.toLowerCase()}`) ?? undefined);
}
