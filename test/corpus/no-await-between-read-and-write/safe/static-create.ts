// safe: the instance is not known to others until create returns it
import { openIndex, type Index } from './index-file.js';

export class Searcher {
  private index?: Index;
  private documents = 0;

  private constructor(readonly path: string) {}

  static async create(paths: string[]): Promise<Searcher> {
    const searcher = new Searcher(paths[0]);
    searcher.index = await openIndex(searcher.path);
    for (const path of paths) {
      searcher.documents += await searcher.index.load(path);
    }
    return searcher;
  }

  find(text: string): string[] {
    return this.index?.find(text) ?? [];
  }
}
