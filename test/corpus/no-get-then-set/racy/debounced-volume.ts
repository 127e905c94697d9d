import { Redis } from 'ioredis';

interface Speaker {
  volume: number;
  muted: boolean;
}

export class VolumeKnob {
  private timer?: NodeJS.Timeout;

  constructor(private readonly options: { redis: Redis; settleMs: number }) {}

  /** Turns the volume up or down; the write waits a moment so that the knob feels smooth. */
  async turn(room: string, by: number): Promise<void> {
    const { redis, settleMs } = this.options;
    const speaker: Speaker = JSON.parse((await redis.get(`speaker:${room}`)) ?? '{"volume":30,"muted":false}');
    speaker.volume = Math.max(0, Math.min(100, speaker.volume + by));

    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void redis.set(`speaker:${room}`, JSON.stringify(speaker)); // RACE
    }, settleMs);
  }
}
