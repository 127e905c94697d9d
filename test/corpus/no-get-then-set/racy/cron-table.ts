import { Redis } from 'ioredis';
import { Hono } from 'hono';

type Entry = { expression: string; command: string };

const redis = new Redis(process.env['REDIS_URL']!);
const TABLE = 'crontab';

export const cron = new Hono()
    .get('/cron', async (c) => c.json(JSON.parse((await redis.get(TABLE)) ?? '[]')))
    .delete('/cron/:index', async (c) => {
        const index = Number(c.req.param('index'));
        const table: Entry[] = JSON.parse((await redis.get(TABLE)) ?? '[]');
        if (!Number.isInteger(index) || index < 0 || index >= table.length) {
            return c.json({ error: 'no such entry' }, 404);
        }
        const [removed] = table.splice(index, 1);
        await redis.set(TABLE, JSON.stringify(table)); // RACE
        return c.json(removed!);
    });
