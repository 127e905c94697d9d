import type { Request, Response } from 'express';
import { pool } from '../db.js';

export async function patchArticle(req: Request, res: Response) {
  const { rows } = await pool.query('select * from articles where id = $1', [req.params.id]);
  const article = rows[0];
  if (!article) return res.sendStatus(404);
  const body = merge(article.body, req.body);

  let updated;
  for (let attempt = 0; attempt < 3; attempt++) {
    updated = await pool.query( // RACE
      `update articles
          set body = $1, revision = revision + 1
        where id = $2 and revision = $3
        returning *`,
      [body, article.id, article.revision],
    );
    if (updated.rows.length) break;
  }
  return updated?.rows.length ? res.json(updated.rows[0]) : res.sendStatus(409);
}

function merge(body: object, patch: object): object {
  return { ...body, ...patch };
}
