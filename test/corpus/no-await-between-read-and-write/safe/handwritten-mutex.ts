// safe: a right mutex: ownership is handed over in the step that releases it
class Mutex {
  private held = false;
  private readonly queue: (() => void)[] = [];

  async runExclusive<T>(work: () => Promise<T>): Promise<T> {
    if (this.held) {
      await new Promise<void>((resolve) => this.queue.push(resolve));
    } else {
      this.held = true;
    }
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.held = false;
    }
  }
}

const mutex = new Mutex();
let depth = 0;

export const descend = (sonar: { floor(): Promise<number> }) =>
  mutex.runExclusive(async () => {
    depth += await sonar.floor();
    return depth;
  });
