// safe: typed arrays
export class Mixer {
  private readonly out: Float32Array;

  constructor(frames: number) {
    this.out = new Float32Array(frames);
  }

  get peak(): number {
    return this.out.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0);
  }

  set gain(value: number) {
    this.out.set(this.out.map((sample) => sample * value));
  }

  add(track: Float32Array, offset = 0): void {
    const view = new DataView(this.out.buffer);
    track.forEach((sample, i) => {
      const at = (i + offset) * 4;
      view.setFloat32(at, view.getFloat32(at, true) + sample, true);
    });
  }
}
