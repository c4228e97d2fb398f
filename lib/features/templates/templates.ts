import { marketplace } from './marketplace';
import { media } from './media';
import { mobileApp } from './mobile-app';
import { onlineShop } from './online-shop';
import { subscriptionSoftware } from './subscription-software';
import type { Template } from './template';

/** The templates in the order in which they are offered. */
export const templates: readonly Template[] = [onlineShop, subscriptionSoftware, marketplace, mobileApp, media];
