import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { render } from './render.js';

const s3 = new S3Client({});

export async function publish(bucket: string, pages: string[]): Promise<void> {
  await Promise.all(
    pages.map(async (page) => {
      const Body = await render(page);
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'index.html', Body })); // RACE
    }),
  );
}
