// safe: what the model answers is put beside what was there
import { complete } from './model.js';
export class Chat {
  private readonly messages: { role: string; text: string }[] = [];
  async say(text: string): Promise<string> {
    this.messages.push({ role: 'user', text });
    const reply = await complete(this.messages);
    if (reply.text) this.messages.push({ role: 'assistant', text: reply.text });
    return reply.text;
  }
}
