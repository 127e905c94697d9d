import { S3Client, PutObjectCommand } from "@aws-sdk/client-s3";
export class Thumbnailer {
  private s3 = new S3Client({ region: "eu-west-1" });
  constructor(private bucket: string) {}
  private async upload(key: string, body: Buffer) {
    await this.s3.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: body }));
  }
  async process(imageId: string, sizes: number[], resize: (n: number) => Promise<Buffer>) {
    await Promise.all(
      sizes.map(async (size) => {
        const buf = await resize(size);
        await this.upload(`thumbs/${imageId}.webp`, buf); // RACE
      }),
    );
  }
}
