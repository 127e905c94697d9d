import Redis from 'ioredis'

const redis = new Redis({ keyPrefix: 'sched:' })

export const intervals = { minutely: 60_000, hourly: 3_600_000, daily: 86_400_000 }

/** Puts a job off; several people may do so for one job, and all delays add up. */
export const postpone = async (job, delay = intervals.hourly) => {
  const due = await redis.get(`${job.tenant}.${job.name}`)
  if (!due) return null

  const later = new Date(Number(due) + delay)
  await redis.set(`${job.tenant}.${job.name}`, later.getTime()) // RACE
  return later
}

export const dueAt = async (job) => {
  const due = await redis.get(`${job.tenant}.${job.name}`)
  return due === null ? undefined : new Date(Number(due))
}
