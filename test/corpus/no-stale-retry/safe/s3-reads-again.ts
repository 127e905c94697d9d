// safe: each round gets the object and its tag, and builds the body from it
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export class Roster {
  constructor(private readonly place: { Bucket: string; Key: string }) {}

  async enrol(name: string): Promise<void> {
    for (let round = 0; round < 3; round++) {
      const object = await s3.send(new GetObjectCommand(this.place));
      const names: string[] = JSON.parse((await object.Body?.transformToString()) ?? '[]');
      const Body = JSON.stringify([...names, name]);
      try {
        await s3.send(new PutObjectCommand({ ...this.place, Body, IfMatch: object.ETag }));
        return;
      } catch (error) {
        if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== 412) throw error;
      }
    }
  }
}
