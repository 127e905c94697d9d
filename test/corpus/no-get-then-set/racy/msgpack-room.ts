import { pack, unpack } from 'msgpackr';
import Redis from 'ioredis';

interface Room { host: string; players: { id: string; ready: boolean }[]; phase: 'lobby' | 'playing' }

const redis = new Redis();

export async function setReady(roomId: string, playerId: string, ready: boolean): Promise<Room> {
  const buf = await redis.getBuffer(`room:${roomId}`);
  if (!buf) throw new Error('room closed');
  const room = unpack(buf) as Room;
  const player = room.players.find((p) => p.id === playerId);
  if (!player) throw new Error('not in room');
  player.ready = ready;
  if (room.players.every((p) => p.ready)) room.phase = 'playing';
  await redis.set(`room:${roomId}`, pack(room)); // RACE
  return room;
}
