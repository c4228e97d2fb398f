import * as z from 'zod';
import { itemKinds } from './kinds/define';

/** The kind of an item; apart from what items hold, which a browser that only names one need not make. */
export const itemKindSchema = z.enum(itemKinds);
