import { Redis } from 'ioredis';

interface Pupil {
  id: string;
  name: string;
  joinedAt: number;
}

export class ClassRoster {
  constructor(private readonly redis: Redis, private readonly schoolYear: number) {}

  async list(classId: string): Promise<Pupil[]> {
    const raw = await this.redis.get(`roster:${this.schoolYear}:${classId}`);
    return raw ? (JSON.parse(raw) as Pupil[]) : [];
  }

  async withdraw(classId: string, pupilId: string): Promise<boolean> {
    const raw = await this.redis.get(`roster:${this.schoolYear}:${classId}`);
    if (!raw) return false;

    const pupils: Pupil[] = JSON.parse(raw);
    const remaining = pupils.filter((p) => p.id !== pupilId);
    if (remaining.length === pupils.length) return false;

    await this.redis.set(`roster:${this.schoolYear}:${classId}`, JSON.stringify(remaining)); // RACE
    return true;
  }
}
