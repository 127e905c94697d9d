import * as fs from 'node:fs';
import { extname, join, parse } from 'node:path';
import type { Request, Response } from 'express';

const GALLERY = '/var/gallery';

function pickName(wanted: string): string {
  const { name } = parse(wanted);
  let pick = wanted;
  for (let copy = 2; fs.existsSync(join(GALLERY, pick)); copy++) pick = `${name}-${copy}${extname(wanted)}`;
  return pick;
}

export async function addPicture(req: Request, res: Response): Promise<void> {
  const stored = await req.app.locals.pictures.receive(req);
  if (stored === undefined) {
    res.sendStatus(400);
    return;
  }
  const name = pickName(stored.title);
  await fs.promises.writeFile(join(GALLERY, name), stored.bytes, { flag: 'wx' });
  res.json({ name });
}
