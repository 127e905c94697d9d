// Safe: the two buffers change places before the wait.
export class Doubled {
  constructor(write) {
    this.write = write;
    this.front = [];
    this.back = [];
  }

  add(row) {
    this.front.push(row);
  }

  async flush() {
    [this.front, this.back] = [this.back, this.front];
    await this.write(this.back);
    this.back.length = 0;
  }
}
