import { Injectable } from '@nestjs/common';
import { PrismaService } from './prisma.service.js';

@Injectable()
export class ScoreService {
  constructor(private readonly prisma: PrismaService) {}

  async evaluate(runId: string, judges: { score(run: string): Promise<number> }[]): Promise<void> {
    await Promise.all(
      judges.map(async (judge) => {
        const score = await judge.score(runId);
        await this.prisma.run.update({ where: { id: runId }, data: { score } }); // RACE
      }),
    );
  }
}
