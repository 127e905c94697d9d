import { Client, GatewayIntentBits, type Message } from 'discord.js';

type Scores = Record<string, number>;

export class KarmaBot {
  private scores: Scores = {};
  private client = new Client({ intents: [GatewayIntentBits.GuildMessages] });

  constructor() {
    this.client.on('messageCreate', (m: Message) => this.onMessage(m));
  }

  login(token: string) {
    return this.client.login(token);
  }

  private async onMessage(message: Message) {
    const target = message.mentions.users.first();
    if (!target || !message.content.includes('++')) return;

    const scores = this.scores;
    await message.react('👍');
    this.scores = { ...scores, [target.id]: (scores[target.id] ?? 0) + 1 }; // RACE
  }
}
