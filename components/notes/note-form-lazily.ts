/** Most who read an item write no note. */
export const loadNoteForm = async () => (await import('./note-form')).NoteForm;
