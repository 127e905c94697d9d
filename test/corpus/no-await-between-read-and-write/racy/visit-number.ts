import express from 'express';
import { renderPage } from './render.js';

export const app = express();
let visits = 0;

app.get('/', async (req, res) => {
  const mine = visits + 1;
  const html = await renderPage({ visitor: mine, agent: req.get('user-agent') });
  visits = mine; // RACE
  res.send(html);
});
