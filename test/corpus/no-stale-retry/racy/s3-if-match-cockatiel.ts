import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ExponentialBackoff, handleAll, retry } from 'cockatiel';

const s3 = new S3Client({});
const policy = retry(handleAll, { maxAttempts: 5, backoff: new ExponentialBackoff() });

export async function append(key: string, line: string) {
  const object = await s3.send(new GetObjectCommand({ Bucket: 'logs', Key: key }));
  const text = await object.Body!.transformToString();
  await policy.execute(() =>
    s3.send(new PutObjectCommand({ Bucket: 'logs', Key: key, Body: `${text}${line}\n`, IfMatch: object.ETag })), // RACE
  );
}
