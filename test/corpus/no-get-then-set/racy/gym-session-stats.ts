import { Redis } from 'ioredis'

const redis = new Redis()

/** Adds one finished workout to the all-time numbers of an athlete. */
export async function finishWorkout(athlete: string, minutes: number, kcal: number) {
	if (minutes <= 0 || kcal < 0) throw new RangeError('not a workout')

	const stats = `athlete:${athlete}:stats`
	const [totalMinutes, totalKcal] = await redis.hmget(stats, 'minutes', 'kcal')

	await redis.hset(stats, { // RACE
		minutes: Number(totalMinutes ?? 0) + minutes,
		kcal: Number(totalKcal ?? 0) + kcal,
		lastWorkout: new Date().toISOString(),
	})
}
