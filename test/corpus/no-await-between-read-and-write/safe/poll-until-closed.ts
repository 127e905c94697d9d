// safe: the flag ends the loop that asks for it
export class Watcher {
  private closed = false;
  async watch(get: () => Promise<string>): Promise<void> {
    while (!this.closed) {
      const status = await get();
      if (status === 'done') this.closed = true;
    }
  }
}
