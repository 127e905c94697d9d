// safe: the name is in the list before the fee is asked for, and leaves it if that fails
import express from 'express';
import { harbourFee } from './fees.js';

const fleet = [];
const app = express();

app.post('/boats', async (req, res) => {
  const { name, length } = req.body;
  if (fleet.find((boat) => boat.name === name)) return res.status(409).end();
  const boat = { name, length };
  fleet.push(boat);
  try {
    const fee = await harbourFee(length);
    res.status(201).json({ name, fee });
  } catch {
    fleet.splice(fleet.indexOf(boat), 1);
    res.status(502).end();
  }
});

app.listen(8080);
