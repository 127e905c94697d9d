// safe: effect-local flag, and setters that do not use old state
import { useEffect, useState } from 'react';

export function SearchBox({ search }: { search: (q: string) => Promise<string[]> }) {
  const [query, setQuery] = useState('');
  const [hits, setHits] = useState<string[]>([]);

  useEffect(() => {
    let cancelled = false;
    const run = async () => {
      const found = await search(query);
      if (!cancelled) setHits(found);
    };
    void run();
    return () => {
      cancelled = true;
    };
  }, [query, search]);

  return (
    <>
      <input value={query} onChange={(e) => setQuery(e.target.value)} />
      <ul>
        {hits.map((h) => (
          <li key={h}>{h}</li>
        ))}
      </ul>
    </>
  );
}
