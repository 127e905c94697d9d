// safe: cursor and rows are locals of a sequential loop
interface Page {
  rows: string[];
  next: string | null;
}

export async function allRows(fetchPage: (cursor: string | null) => Promise<Page>): Promise<string[]> {
  let rows: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await fetchPage(cursor);
    rows = [...rows, ...page.rows];
    cursor = page.next;
  } while (cursor);
  return rows;
}
