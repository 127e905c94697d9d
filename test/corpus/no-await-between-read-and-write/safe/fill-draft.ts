// safe: the draft is owned by the caller, who passes a new one each time
import { shorten, title } from './llm.js';

interface Draft {
  title?: string;
  text: string;
}

async function polish(draft: Draft): Promise<void> {
  draft.text = await shorten(draft.text);
  if (!draft.title) draft.title = await title(draft.text);
}

export async function write(text: string): Promise<Draft> {
  const draft: Draft = { text };
  await polish(draft);
  return draft;
}
