// Safe: multer has made the name up, and nobody else has it.
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import multer from 'multer';
import { encode } from './opus.js';

const upload = multer({ dest: os.tmpdir() });
export const app = express();

app.post('/voice', upload.single('voice'), async (req, res) => {
  const wav = path.join(os.tmpdir(), `${req.file.filename}.wav`);
  await fs.writeFile(wav, await encode(req.file.path));
  res.sendFile(wav, () => fs.unlink(wav));
});
