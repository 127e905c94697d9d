import { join } from 'node:path';
import { tmpdir } from 'node:os';
import sharp from 'sharp';
import { Router } from 'express';

export const images = Router();

images.post('/convert/:format', async (req, res) => {
  const out = join(tmpdir(), `converted.${req.params.format}`);
  await sharp(req.body).toFile(out); // RACE
  res.download(out);
});
