import { upload } from './s3.js';

export class Recorder {
  private readonly samples: number[] = [];

  async add(sample: number): Promise<void> {
    this.samples.push(sample);
    if (this.samples.length > 500) await this.flush();
  }

  private async flush(): Promise<void> {
    const body = JSON.stringify(this.samples);
    await upload('samples.json', body);
    this.samples.splice(0); // RACE
  }
}
