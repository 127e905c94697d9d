export class Uploader {
  #photos = [];

  constructor(client) {
    this.client = client;
  }

  add(photo) {
    this.#photos.push(photo);
  }

  async upload() {
    await this.client.uploadAll(this.#photos);
    while (this.#photos.length > 0) this.#photos.pop(); // RACE
  }
}
