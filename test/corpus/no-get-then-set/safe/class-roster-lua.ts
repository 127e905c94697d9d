// safe: the whole change runs inside one Lua script
import { Redis } from 'ioredis';

const WITHDRAW = `
local raw = redis.call('GET', KEYS[1])
if not raw then return 0 end
local kept, removed = {}, 0
for _, pupil in ipairs(cjson.decode(raw)) do
  if pupil.id == ARGV[1] then removed = removed + 1 else kept[#kept + 1] = pupil end
end
if removed > 0 then redis.call('SET', KEYS[1], cjson.encode(kept)) end
return removed
`;

export class ClassRoster {
  constructor(private readonly redis: Redis) {}

  async withdraw(classId: string, pupilId: string): Promise<boolean> {
    const removed = await this.redis.eval(WITHDRAW, 1, `roster:${classId}`, pupilId);
    return Number(removed) > 0;
  }

  async list(classId: string): Promise<unknown[]> {
    return JSON.parse((await this.redis.get(`roster:${classId}`)) ?? '[]');
  }
}
