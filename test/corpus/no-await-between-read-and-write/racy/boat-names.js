// racy: two who register one name at the same time are both put into the list
import express from 'express';
import { harbourFee } from './fees.js';

const fleet = [];
const app = express();

app.post('/boats', async (req, res) => {
  const { name, length } = req.body;
  if (fleet.find((boat) => boat.name === name)) return res.status(409).end();
  const fee = await harbourFee(length);
  fleet.push({ name, length, fee }); // RACE
  res.status(201).json({ name, fee });
});

app.listen(8080);
