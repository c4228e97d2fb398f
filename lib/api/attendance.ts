import { attendanceViewSchema, attendSchema, leaveQuerySchema } from '@/lib/contracts/attendance';
import { doneSchema } from '@/lib/contracts/common';
import { attendRequest } from '@/lib/features/attendance/attend-request';
import { leaveRequest } from '@/lib/features/attendance/leave-request';
import { del, put, type Route } from './route';

const path = '/plans/{plan}/change-requests/{number}/attendance' as const;

/** Who has a request open right now, and where in it they are. */
export const attendanceRoutes: readonly Route[] = [
  put(path, {
    summary: 'Say which item of a request you look at, and hear who else is there',
    action: 'change-request.attend',
    body: attendSchema,
    result: attendanceViewSchema,
    maxBytes: 4096,
    run: attendRequest,
  }),
  del(path, {
    summary: 'Say that one of your tabs has left a request',
    action: 'change-request.attend',
    query: leaveQuerySchema,
    result: doneSchema,
    run: leaveRequest,
  }),
];
