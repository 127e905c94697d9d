import fs from 'fs';
import path from 'path';

export async function publish(notes, release) {
  const file = path.join(process.env.RUNNER_TEMP, 'notes.md');
  fs.writeFileSync(file, notes); // RACE
  await release({ notesFile: file });
}
