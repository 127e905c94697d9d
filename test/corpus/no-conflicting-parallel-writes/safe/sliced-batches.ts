// safe: each object has a key of its own
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export async function upload(bucket: string, files: { name: string; body: string }[]): Promise<void> {
  for (let i = 0; i < files.length; i += 10) {
    await Promise.all(
      files.slice(i, i + 10).map((file) =>
        s3.send(new PutObjectCommand({ Bucket: bucket, Key: `files/${file.name}`, Body: file.body })),
      ),
    );
  }
}
