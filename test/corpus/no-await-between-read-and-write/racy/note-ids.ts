interface Note { id: number; text: string }
const notes: Note[] = [];
export async function addNote(text: string): Promise<Note> {
  const id = notes.length + 1;
  const clean = await sanitize(text);
  const note = { id, text: clean };
  notes.push(note); // RACE
  return note;
}
declare function sanitize(text: string): Promise<string>;
