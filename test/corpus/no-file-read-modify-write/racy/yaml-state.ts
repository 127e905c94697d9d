import * as fs from 'fs';
import yaml from 'js-yaml';

export class PipelineState {
  public constructor(private path: string) {}

  public async advance(stage: string): Promise<void> {
    const document = yaml.load(await fs.promises.readFile(this.path, 'utf8')) as Record<string, string>;
    document.stage = stage;
    document.updated = new Date().toISOString();
    await fs.promises.writeFile(this.path, yaml.dump(document)); // RACE
  }
}
