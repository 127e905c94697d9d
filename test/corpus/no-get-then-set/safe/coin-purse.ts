// safe: INCRBY and DECRBY only
import Redis from 'ioredis'

export class CoinPurse extends Redis {
	async earn(playerId: string, coins: number): Promise<number> {
		return this.incrby(`coins:${playerId}`, coins)
	}

	async spend(playerId: string, coins: number): Promise<number> {
		const left = await this.decrby(`coins:${playerId}`, coins)
		if (left < 0) {
			await this.incrby(`coins:${playerId}`, coins)
			throw new Error('not enough coins')
		}
		return left
	}

	async show(playerId: string): Promise<string> {
		const coins = await this.get(`coins:${playerId}`)
		return `${Number(coins ?? 0).toLocaleString('en')} coins`
	}
}
