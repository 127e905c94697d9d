// safe: cookies of one request and response
import express from 'express';

export const consent = express.Router();
consent.use(express.json());

consent.post('/consent', (req, res) => {
  const jar = new Map(
    (req.headers.cookie || '').split('; ').filter(Boolean).map((pair) => pair.split('=')),
  );
  const seen = Number(jar.get('banner') || 0);
  jar.set('banner', String(seen + 1));
  res.cookie('banner', jar.get('banner'), { httpOnly: true, sameSite: 'lax' });
  res.status(204).end();
});
