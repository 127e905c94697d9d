import { BadRequestException, Inject, Injectable, Logger } from '@nestjs/common';
import { Redis } from 'ioredis';

export interface BankState {
    gold: number;
    log: { who: string; delta: number }[];
}

@Injectable()
export class GuildBankService {
    private readonly logger = new Logger(GuildBankService.name);
    private static readonly KEEP = 50;

    constructor(@Inject('REDIS_CLIENT') private readonly redisClient: Redis) {}

    public async withdraw(guildId: string, who: string, gold: number): Promise<BankState> {
        const serialized = await this.redisClient.hget('guild-banks', guildId);
        if (!serialized) {
            throw new BadRequestException('guild has no bank');
        }

        const bank = JSON.parse(serialized) as BankState;
        if (bank.gold < gold) {
            this.logger.warn(`${who} wanted ${gold}, bank holds ${bank.gold}`);
            throw new BadRequestException('not enough gold');
        }

        bank.gold -= gold;
        bank.log = [{ who, delta: -gold }, ...bank.log].slice(0, GuildBankService.KEEP);
        await this.redisClient.hset('guild-banks', guildId, JSON.stringify(bank)); // RACE
        return bank;
    }
}
