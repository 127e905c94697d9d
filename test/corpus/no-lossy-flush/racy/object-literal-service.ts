import { store } from './store.js';

export const recorder = {
  frames: [] as Uint8Array[],

  add(frame: Uint8Array) {
    this.frames.push(frame);
  },

  async end() {
    await store.save(Buffer.concat(this.frames));
  },

  async flush() {
    await store.save(Buffer.concat(this.frames));
    this.frames = []; // RACE
  },
};
