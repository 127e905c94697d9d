import { WebClient } from '@slack/web-api';

const slack = new WebClient(process.env.SLACK_TOKEN);

export async function announce(channel: string, text: string) {
  let sent = false;
  let failures = 0;
  while (!sent) {
    try {
      await slack.chat.postMessage({ channel, text }); // RACE
      sent = true;
    } catch (error) {
      failures += 1;
      if (failures > 3) throw error;
    }
  }
}
