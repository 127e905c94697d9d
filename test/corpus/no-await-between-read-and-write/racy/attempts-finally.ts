type Call<T> = () => Promise<T>;

export class Breaker {
  private failures = 0;
  private attempts = 0;

  get stats() {
    return { failures: this.failures, attempts: this.attempts };
  }

  async run<T>(call: Call<T>): Promise<T> {
    const attempt = this.attempts + 1;
    try {
      return await call();
    } catch (error) {
      this.failures++;
      throw error;
    } finally {
      this.attempts = attempt; // RACE
    }
  }
}
