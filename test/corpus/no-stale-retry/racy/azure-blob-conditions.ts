import { BlobServiceClient, RestError } from '@azure/storage-blob';

const container = BlobServiceClient.fromConnectionString(process.env.BLOBS!).getContainerClient('state');

export async function record(name: string, entry: string) {
  const blob = container.getBlockBlobClient(name);
  const downloaded = await blob.downloadToBuffer();
  const { etag } = await blob.getProperties();
  const entries = JSON.parse(downloaded.toString()) as string[];
  const text = JSON.stringify([...entries, entry]);
  let stored = false;
  while (!stored) {
    try {
      await blob.upload(text, Buffer.byteLength(text), { conditions: { ifMatch: etag } }); // RACE
      stored = true;
    } catch (error) {
      if (!(error instanceof RestError && error.statusCode === 412)) throw error;
    }
  }
}
