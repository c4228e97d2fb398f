'use client';
import dynamic from 'next/dynamic';

/** The button that unifies properties, and its dialog: only where there is something to unify. */
export const UnifyButton = dynamic(() => import('./unify-button').then((module) => module.UnifyButton), { ssr: false });
