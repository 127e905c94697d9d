// safe: a conflict ends the retries
import pRetry, { AbortError } from 'p-retry';

export async function saveProfile(url: string, change: (profile: any) => any): Promise<void> {
  const response = await fetch(url);
  const etag = response.headers.get('etag') ?? '';
  const profile = change(await response.json());
  await pRetry(async () => {
    const put = await fetch(url, { method: 'PUT', headers: { 'If-Match': etag }, body: JSON.stringify(profile) });
    if (put.status === 412) throw new AbortError('The profile was changed by somebody else');
    if (!put.ok) throw new Error(put.statusText);
  });
}
