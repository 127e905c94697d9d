/** Work of which one run is enough, however often it is asked for. */

export class Rerun {
  private running: { again: boolean; readonly done: Promise<void> } | undefined;

  constructor(private readonly work: () => Promise<void>) {}

  /**
   * Runs the work; asked meanwhile, runs it once more afterwards, however often it was asked. Settles when a run that
   * started after the question has ended, and as that run does.
   */
  ask(): Promise<void> {
    if (this.running) {
      this.running.again = true;
      return this.running.done;
    }
    const running = { again: false, done: Promise.resolve() };
    this.running = running;
    running.done = this.run(running);
    return running.done;
  }

  private async run(running: { again: boolean }): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      // The run that was asked for meanwhile answers for both.
      if (!running.again) throw error;
    } finally {
      this.running = undefined;
    }
    if (running.again) await this.ask();
  }
}
