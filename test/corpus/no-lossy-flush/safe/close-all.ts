// safe: what is closed at the end is not written anywhere
import { open, type Handle } from './handles.js';

const handles = new Map<string, Handle>();

export function handle(name: string): Handle {
  const found = handles.get(name) ?? open(name);
  handles.set(name, found);
  return found;
}

export async function shutdown(): Promise<void> {
  await Promise.all([...handles.values()].map((each) => each.close()));
  handles.clear();
}
