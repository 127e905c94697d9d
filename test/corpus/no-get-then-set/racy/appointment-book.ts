import { Redis } from 'ioredis';

interface Slot {
  start: string;
  patient?: string;
}

export class AppointmentBook {
  #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  private keyFor(doctor: string, day: string): string {
    return ['appointments', doctor, day].join(':');
  }

  async book(doctor: string, day: string, start: string, patient: string): Promise<Slot> {
    const raw = await this.#redis.get(this.keyFor(doctor, day));
    const slots: Slot[] = raw ? JSON.parse(raw) : [];
    const slot = slots.find((s) => s.start === start);
    if (!slot || slot.patient) throw new Error('slot is not free');
    slot.patient = patient;
    await this.#redis.set(this.keyFor(doctor, day), JSON.stringify(slots)); // RACE
    return slot;
  }
}
