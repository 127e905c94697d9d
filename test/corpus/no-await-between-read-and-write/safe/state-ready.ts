// safe: the state is claimed before the await and set to constants after it
type State = 'idle' | 'loading' | 'ready' | 'failed';

export class Model {
  state: State = 'idle';

  constructor(private readonly loadWeights: () => Promise<void>) {}

  async load(): Promise<void> {
    if (this.state !== 'idle') return;
    this.state = 'loading';
    try {
      await this.loadWeights();
      this.state = 'ready';
    } catch (error) {
      this.state = 'failed';
      throw error;
    }
  }
}
