// safe: the state is set in the step of its check
export class Server {
  status: 'idle' | 'up' | 'failed' = 'idle';
  async start(listen: () => Promise<void>): Promise<void> {
    if (this.status !== 'idle') return;
    this.status = 'up';
    try { await listen(); } catch { this.status = 'failed'; }
  }
}
