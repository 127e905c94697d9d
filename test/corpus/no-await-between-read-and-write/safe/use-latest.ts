// safe: the ref of a component; a stale answer is dropped
import { useCallback, useRef, useState } from 'react';

export function useLatestSearch(search: (q: string) => Promise<string[]>) {
  const latest = useRef('');
  const runs = useRef(0);
  const [hits, setHits] = useState<string[]>([]);

  const run = useCallback(
    async (query: string) => {
      latest.current = query;
      const found = await search(query);
      if (latest.current !== query) return;
      runs.current += 1;
      setHits(found);
    },
    [search],
  );

  return { hits, run };
}
