import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export class Roster {
  constructor(private readonly place: { Bucket: string; Key: string }) {}

  async enrol(name: string): Promise<void> {
    const object = await s3.send(new GetObjectCommand(this.place));
    const names: string[] = JSON.parse((await object.Body?.transformToString()) ?? '[]');
    names.push(name);
    let IfMatch = object.ETag;
    for (let round = 0; round < 3; round++) {
      try {
        await s3.send(new PutObjectCommand({ ...this.place, Body: JSON.stringify(names), IfMatch })); // RACE
        return;
      } catch (error) {
        if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== 412) throw error;
        ({ ETag: IfMatch } = await s3.send(new HeadObjectCommand(this.place)));
      }
    }
  }
}
