import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const where = { Bucket: process.env.CATALOGUE_BUCKET, Key: 'catalogue.json' };

/** Each instance takes one event at a time; the instances run side by side. */
export const handler = async (event: { title: string }) => {
  const found = await s3.send(new GetObjectCommand(where));
  const titles: string[] = JSON.parse((await found.Body?.transformToString()) ?? '[]');
  const text = JSON.stringify([...titles, event.title]);
  let tag = found.ETag;
  for (let round = 0; round < 4; round++) {
    try {
      await s3.send(new PutObjectCommand({ ...where, Body: text, IfMatch: tag })); // RACE
      return { count: titles.length + 1 };
    } catch (error) {
      if ((error as Error).name !== 'PreconditionFailed') throw error;
      tag = (await s3.send(new HeadObjectCommand(where))).ETag;
    }
  }
  throw new Error('too many writers');
};
