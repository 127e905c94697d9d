// safe: a job with that id is added once
import { Queue } from 'bullmq';

const emails = new Queue('emails');

export async function welcome(userId: string, address: string) {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await emails.add('welcome', { address }, { jobId: `welcome-${userId}` });
      break;
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}
