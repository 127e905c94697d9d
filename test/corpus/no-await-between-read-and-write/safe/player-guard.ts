// safe: a tick that was overtaken by a seek, or by another tick, changes nothing
export interface Decoder {
  decode(from: number): Promise<{ samples: Float32Array }>;
}

export class Player {
  private position = 0;
  private epoch = 0;

  constructor(private decoder: Decoder, private readonly emit: (s: Float32Array) => void) {}

  seek(to: number) {
    this.epoch++;
    this.position = to;
  }

  async tick() {
    const epoch = ++this.epoch;
    const from = this.position;
    const { samples } = await this.decoder.decode(from);
    if (this.epoch !== epoch) return;
    this.position = from + samples.length;
    this.emit(samples);
  }
}
