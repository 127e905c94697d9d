// safe: HINCRBY in one MULTI, the date does not come from a read
import { Redis } from 'ioredis'

const redis = new Redis()

export async function finishWorkout(athlete: string, minutes: number, kcal: number) {
	const stats = `athlete:${athlete}:stats`
	const replies = await redis
		.multi()
		.hincrby(stats, 'minutes', minutes)
		.hincrby(stats, 'kcal', kcal)
		.hset(stats, 'lastWorkout', new Date().toISOString())
		.exec()
	if (!replies) throw new Error('not stored')
	return { minutes: Number(replies[0]?.[1]), kcal: Number(replies[1]?.[1]) }
}

export async function stats(athlete: string) {
	const [minutes, kcal] = await redis.hmget(`athlete:${athlete}:stats`, 'minutes', 'kcal')
	return { minutes: Number(minutes ?? 0), kcal: Number(kcal ?? 0) }
}
