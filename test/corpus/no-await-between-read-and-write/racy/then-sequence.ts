interface Wire {
  send(frame: { seq: number; body: string }): Promise<void>;
}

export class Sender {
  private seq = 0;

  constructor(private wire: Wire) {}

  emit(body: string): Promise<number> {
    const seq = this.seq;
    return this.wire.send({ seq, body }).then(() => {
      this.seq = seq + 1; // RACE
      return seq;
    });
  }
}
