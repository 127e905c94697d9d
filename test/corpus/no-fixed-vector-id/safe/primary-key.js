// safe: the row's own key
import { Index } from '@upstash/vector';

const index = Index.fromEnv();

export async function store(ticket) {
  await index.upsert({ id: `ticket-${ticket.number}`, data: ticket.text, metadata: { at: Date.now() } });
}
