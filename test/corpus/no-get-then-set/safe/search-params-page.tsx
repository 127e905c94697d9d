// safe: URL search params of one navigation
import { useRouter, useSearchParams } from 'next/navigation';

export function Pager({ pages }: { pages: number }) {
  const router = useRouter();
  const params = useSearchParams();
  const go = (delta: number) => {
    const next = new URLSearchParams(params.toString());
    const page = Number(next.get('page') ?? 1) + delta;
    next.set('page', String(Math.min(Math.max(page, 1), pages)));
    router.push(`?${next}`);
  };
  return (
    <nav>
      <button onClick={() => go(-1)}>prev</button>
      <button onClick={() => go(+1)}>next</button>
    </nav>
  );
}
