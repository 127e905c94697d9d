export interface Decoder {
  decode(from: number): Promise<{ samples: Float32Array }>;
}

export class Player {
  position = 0;
  onframe: (samples: Float32Array) => void = () => {};
  private timer?: ReturnType<typeof setInterval>;

  constructor(private decoder: Decoder) {}

  seek(to: number) {
    this.position = to;
  }

  play() {
    this.timer = setInterval(() => this.tick(), 20);
  }

  pause() {
    clearInterval(this.timer);
  }

  private async tick() {
    const from = this.position;
    const { samples } = await this.decoder.decode(from);
    this.onframe(samples);
    this.position = from + samples.length; // RACE
  }
}
