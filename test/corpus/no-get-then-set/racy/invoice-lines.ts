import type { Request, Response, NextFunction } from 'express';
import { createClient } from 'redis';

const cache = createClient({ url: 'redis://invoices:6379/2' });
void cache.connect();

interface InvoiceDraft {
  status: 'open' | 'sent';
  lines: Array<{ sku: string; qty: number; unit: number }>;
}

export async function addLine(req: Request, res: Response, next: NextFunction) {
  try {
    const draftKey = 'invoice-draft:' + req.params.id;
    const json = await cache.get(draftKey);
    if (!json) {
      return res.status(404).end();
    }
    const draft = JSON.parse(json) as InvoiceDraft;
    if (draft.status !== 'open') {
      return res.status(409).json({ error: 'already sent' });
    }
    draft.lines.push({ sku: req.body.sku, qty: Number(req.body.qty), unit: Number(req.body.unit) });
    await cache.set(draftKey, JSON.stringify(draft), { EX: 3600 }); // RACE
    return res.json(draft);
  } catch (error) {
    next(error);
  } finally {
    res.locals.touched = true;
  }
}
