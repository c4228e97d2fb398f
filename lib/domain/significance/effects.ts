import { type Significance, significances } from '../plan/significance';
import type { Breaks, Effect } from './classified';

const nobody: Breaks = { senders: false, readers: false };

/** Numbers before and after are not comparable. */
export function meaning(why: string): Effect {
  return { significances: ['meaning'], breaks: nobody, why, claimable: false };
}

/** An edit of prose that says what things mean; its author may declare it a clarification. */
export function proseMeaning(why: string): Effect {
  return { ...meaning(why), claimable: true };
}

/** Senders must change, queries may break, or both. */
export function breaking(whom: 'senders' | 'readers' | 'both', why: string): Effect {
  return {
    significances: ['breaking'],
    breaks: { senders: whom !== 'readers', readers: whom !== 'senders' },
    why,
    claimable: false,
  };
}

/** Nothing that exists changes. */
export function additive(why: string): Effect {
  return { significances: ['additive'], breaks: nobody, why, claimable: false };
}

/** Wording only. */
export function editorial(why: string): Effect {
  return { significances: ['editorial'], breaks: nobody, why, claimable: false };
}

/** Several effects as one: every class that holds, everyone who is reached. A claim lowers the whole only if it lowers each loud part. */
export function together(effects: readonly Effect[], otherwise: Effect): Effect {
  const [only] = effects;
  if (effects.length < 2) return only ?? otherwise;
  const loud = effects.filter(
    (effect) => loudest(effect.significances) === 'breaking' || loudest(effect.significances) === 'meaning',
  );
  return {
    significances: inOrder(effects.flatMap((effect) => effect.significances)),
    breaks: {
      senders: effects.some((effect) => effect.breaks.senders),
      readers: effects.some((effect) => effect.breaks.readers),
    },
    why: whyOf(effects),
    claimable: loud.length > 0 && loud.every((effect) => effect.claimable),
  };
}

/** The reasons, loudest first, each once, the rest counted from the fourth on. */
export function whyOf(
  effects: readonly { readonly significances: readonly Significance[]; readonly why: string }[],
): string {
  const sorted = [...effects].sort((a, b) => rank(loudest(a.significances)) - rank(loudest(b.significances)));
  const whys = [...new Set(sorted.map((effect) => effect.why))];
  return whys.length > 4 ? [...whys.slice(0, 3), `${whys.length - 3} more`].join('; ') : whys.join('; ');
}

/** Each class once, loudest first. */
export function inOrder(some: Iterable<Significance>): Significance[] {
  const held = new Set(some);
  return significances.filter((significance) => held.has(significance));
}

/** The loudest of some classes; `editorial` of none. */
export function loudest(some: readonly Significance[]): Significance {
  return significances.find((significance) => some.includes(significance)) ?? 'editorial';
}

/** 0 for the loudest class. */
export function rank(significance: Significance): number {
  return significances.indexOf(significance);
}

/** What the classes mean for those who depend on it, in the product's sentences. */
export function consequenceOf(some: readonly Significance[], breaks: Breaks): string {
  const broken =
    breaks.senders && breaks.readers
      ? 'Senders must change and queries may break'
      : breaks.senders
        ? 'Senders must change'
        : breaks.readers
          ? 'Queries may break'
          : '';
  const numbers = some.includes('meaning') ? 'Numbers before and after are not comparable' : '';
  if (numbers !== '' && broken !== '') return `${numbers}; ${broken.charAt(0).toLowerCase()}${broken.slice(1)}`;
  if (numbers !== '' || broken !== '') return numbers || broken;
  return some.includes('additive') ? 'Nothing that exists changes' : 'Wording only';
}
