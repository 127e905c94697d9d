// safe: HTTP cache interceptor; the handler's response is stored
import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import { InjectRedis } from '@nestjs-modules/ioredis';
import Redis from 'ioredis';
import { Observable, of, tap } from 'rxjs';

@Injectable()
export class RedisCacheInterceptor implements NestInterceptor {
  constructor(@InjectRedis() private readonly redis: Redis) {}

  async intercept(ctx: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const key = `http:${ctx.switchToHttp().getRequest().url}`;
    const cached = await this.redis.get(key);
    if (cached) return of(JSON.parse(cached));
    return next.handle().pipe(
      tap((body) => {
        void this.redis.set(key, JSON.stringify(body), 'EX', 30);
      }),
    );
  }
}
