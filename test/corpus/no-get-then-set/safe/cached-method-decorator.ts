// safe: @Cached decorator, cache-aside around the method
import Redis from 'ioredis';

const redis = new Redis();

export function Cached(ttlSeconds: number): MethodDecorator {
  return (_target, name, descriptor: PropertyDescriptor) => {
    const original = descriptor.value;
    descriptor.value = async function (...args: unknown[]) {
      const key = `m:${String(name)}:${JSON.stringify(args)}`;
      const cached = await redis.get(key);
      if (cached) return JSON.parse(cached);
      const result = await original.apply(this, args);
      await redis.set(key, JSON.stringify(result), 'EX', ttlSeconds);
      return result;
    };
    return descriptor;
  };
}

export class GeoService {
  @Cached(3600)
  async lookup(ip: string) {
    const res = await fetch(`https://geo.example.com/${ip}`);
    return res.json();
  }
}
