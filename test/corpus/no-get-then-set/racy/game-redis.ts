import Redis from 'ioredis'

/** Connection with a few commands of our own game. */
export class GameRedis extends Redis {
	async grantXp(playerId: string, xp: number): Promise<{ level: number; levelUp: boolean }> {
		const current = await this.get(`xp:${playerId}`)
		const total = (current === null ? 0 : Number.parseInt(current, 10)) + xp
		await this.set(`xp:${playerId}`, total.toString()) // RACE

		const level = GameRedis.levelFor(total)
		return { level, levelUp: level > GameRedis.levelFor(total - xp) }
	}

	static levelFor(xp: number): number {
		return Math.floor(Math.sqrt(xp / 100)) + 1
	}
}

export default new GameRedis(process.env.GAME_REDIS ?? 'redis://localhost')
