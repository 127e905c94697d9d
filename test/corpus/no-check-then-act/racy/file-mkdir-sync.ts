import fs from 'node:fs';
import path from 'node:path';

export class ReportStore {
  constructor(private readonly root: string) {
    if (!fs.existsSync(this.root)) {
      fs.mkdirSync(this.root); // RACE
    }
  }

  save(name: string, text: string) {
    fs.writeFileSync(path.join(this.root, name), text);
  }
}
