// safe: everything here is made in this call
import { NextResponse, type NextRequest } from 'next/server';
import { searchPage } from '@/lib/search';

export async function GET(request: NextRequest) {
  const query = request.nextUrl.searchParams.get('q') ?? '';
  let hits: string[] = [];
  let page = 1;
  while (hits.length < 30) {
    const found = await searchPage(query, page);
    if (found.length === 0) break;
    hits = hits.concat(found);
    page += 1;
  }
  return NextResponse.json({ hits, pages: page });
}
