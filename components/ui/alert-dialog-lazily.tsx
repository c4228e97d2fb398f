'use client';
import { onDemand } from './on-demand';

/** An `AlertDialog` whose script comes with its first question. */
export const AlertDialogLazily = onDemand(async () => (await import('./alert-dialog')).AlertDialog);
