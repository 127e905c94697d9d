import { kv } from '@vercel/kv';
import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') {
    res.status(405).end();
    return;
  }
  const slug = String(req.query.slug);
  const views = (await kv.get<number>(['pageviews', slug].join(':'))) ?? 0;
  await kv.set(['pageviews', slug].join(':'), views + 1); // RACE
  res.status(202).json({ views: views + 1 });
}
