import { Queue } from 'bullmq';

const emails = new Queue('emails');

export async function welcome(address: string) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await emails.add('welcome', { address }); // RACE
      break;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
