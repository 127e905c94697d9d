// safe: the service keeps no state between requests, the total is a local
import { Controller, Get, Param } from '@nestjs/common';
import { GuildService } from './guild.service';

@Controller('guilds')
export class GuildController {
  constructor(private readonly guilds: GuildService) {}

  @Get(':id/power')
  async power(@Param('id') id: string) {
    const guild = await this.guilds.byId(id);
    let power = guild.basePower;
    for (const member of guild.members) {
      power += await this.guilds.powerOf(member);
    }
    return { id, power };
  }
}
