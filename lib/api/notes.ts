import { doneSchema } from '@/lib/contracts/common';
import {
  createNoteSchema,
  noteListSchema,
  notesQuerySchema,
  noteViewSchema,
  updateNoteSchema,
} from '@/lib/contracts/notes';
import { listNotes } from '@/lib/features/notes/list-notes';
import { createNote, removeNote, updateNote } from '@/lib/features/notes/save-note';
import { del, get, patch, post, type Route } from './route';

/** Notes: what people write beside an item, without review and without changing it. */
export const noteRoutes: readonly Route[] = [
  get('/plans/{plan}/notes', {
    summary: 'List the notes beside an item',
    action: 'note.read',
    query: notesQuerySchema,
    result: noteListSchema,
    run: listNotes,
  }),
  post('/plans/{plan}/notes', {
    summary: 'Write a note beside an item, which is no part of its definition',
    action: 'note.create',
    body: createNoteSchema,
    result: noteViewSchema,
    status: 201,
    run: createNote,
  }),
  patch('/plans/{plan}/notes/{id}', {
    summary: 'Write your note again, or pin one above the others',
    action: 'note.update',
    body: updateNoteSchema,
    result: noteViewSchema,
    ifMatch: 'required',
    run: updateNote,
  }),
  del('/plans/{plan}/notes/{id}', {
    summary: 'Delete a note',
    action: 'note.remove',
    result: doneSchema,
    run: removeNote,
  }),
];
