import { Storage } from '@google-cloud/storage';
import pRetry from 'p-retry';

const bucket = new Storage().bucket('reports');

export async function addRow(name: string, row: string): Promise<void> {
  const file = bucket.file(name);
  const [metadata] = await file.getMetadata();
  const [contents] = await file.download();
  const text = `${contents.toString('utf8')}${row}\n`;

  await pRetry(
    () => file.save(text, { preconditionOpts: { ifGenerationMatch: metadata.generation } }), // RACE
    { retries: 4, shouldRetry: (error: any) => error.code === 412 },
  );
}
