// SAFE: it asks again and again, and writes once, when the job is done.
import { api } from './api.js';

export async function finish(id: string): Promise<void> {
  const job = await api.get(`/jobs/${id}`);
  let status = job.status;
  while (status !== 'done') {
    await new Promise((resolve) => setTimeout(resolve, 500));
    status = (await api.get(`/jobs/${id}`)).status;
  }
  await api.put(`/reports/${id}`, { version: job.version, title: job.title });
}
