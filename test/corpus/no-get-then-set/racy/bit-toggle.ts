import Redis from 'ioredis';

export enum Permission {
  Read = 1 << 0,
  Write = 1 << 1,
  Admin = 1 << 2,
}

export class PermissionMask {
  constructor(private readonly db: Redis) {}

  async toggle(user: string, bit: Permission): Promise<number> {
    const mask = Number(await this.db.hget('permissions', user)) | 0;
    const next = mask ^ bit;
    await this.db.hset('permissions', user, next); // RACE
    return next;
  }

  async has(user: string, bit: Permission): Promise<boolean> {
    return (Number(await this.db.hget('permissions', user)) & bit) === bit;
  }
}
