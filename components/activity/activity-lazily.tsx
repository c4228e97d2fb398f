'use client';
import dynamic from 'next/dynamic';

/** What was done, for pages that show it only when somebody asks. */
export const ActivityList = dynamic(() => import('./activity-list').then((module) => module.ActivityList));
