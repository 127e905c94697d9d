import { api } from './api.mjs';

export class Timeline {
  static #cursor = 0;
  static posts = [];

  static async more() {
    const posts = await api.posts({ after: Timeline.#cursor });
    Timeline.posts.push(...posts);
    return posts;
  }

  static async skip(filter) {
    const start = this.#cursor;
    const skipped = await api.count({ after: start, filter });
    this.#cursor = start + skipped; // RACE
  }
}
