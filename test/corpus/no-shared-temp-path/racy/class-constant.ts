import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';

export class Renderer {
  private readonly page = path.join(os.tmpdir(), 'page.html');

  async render(html: string, print: (file: string) => Promise<Buffer>): Promise<Buffer> {
    await fs.promises.writeFile(this.page, html); // RACE
    return print(this.page);
  }
}
