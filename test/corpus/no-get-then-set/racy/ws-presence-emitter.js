import { WebSocketServer } from 'ws'
import { createClient } from 'redis'

const redis = createClient({ url: process.env.REDIS_URL })
await redis.connect()

export function listen(port) {
  const wss = new WebSocketServer({ port })

  wss.on('connection', (ws, req) => {
    const room = new URL(req.url, 'http://x').searchParams.get('room')

    const adjust = async (delta) => {
      const count = Number(await redis.hGet('room_sizes', room)) || 0
      await redis.hSet('room_sizes', room, Math.max(0, count + delta)) // RACE
    }

    adjust(+1) // RACE
    ws.on('close', () => adjust(-1)) // RACE
  })

  return wss
}
