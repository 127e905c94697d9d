import { ChromaClient } from 'chromadb';

const chroma = new ChromaClient();
const openMinutes = () => chroma.getOrCreateCollection({ name: 'minutes' });

export async function keepMinutes(meeting: { load(): Promise<string[]> }) {
  const [minutes, lines] = await Promise.all([openMinutes(), meeting.load()]);
  const ids: string[] = [];
  lines.forEach((_line, at) => ids.push(`line-${at}`));
  await minutes.upsert({ ids, documents: lines }); // RACE
}
