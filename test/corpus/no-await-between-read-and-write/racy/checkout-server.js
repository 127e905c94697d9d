const express = require('express');
const { randomUUID } = require('crypto');
const payments = require('./payments');

const app = express();
app.use(express.json());

const giftCards = {};
const receipts = [];

function findCard(code) {
  const card = giftCards[code];
  if (!card) {
    const error = new Error('unknown card');
    error.status = 404;
    throw error;
  }
  return card;
}

app.post('/cards', (req, res) => {
  const code = randomUUID();
  giftCards[code] = { balance: req.body.cents, uses: 0 };
  res.status(201).json({ code });
});

app.post('/cards/:code/redeem', async (req, res, next) => {
  try {
    const card = findCard(req.params.code);
    const { cents } = req.body;
    const balance = card.balance;
    if (balance < cents) {
      return res.status(402).json({ balance });
    }
    const receipt = await payments.settle(req.params.code, cents);
    card.balance = balance - cents; // RACE
    card.uses += 1;
    receipts.push(receipt);
    res.json({ balance: card.balance, receipt: receipt.id });
  } catch (error) {
    next(error);
  }
});

app.use((error, _req, res, _next) => {
  res.status(error.status || 500).json({ error: error.message });
});

module.exports = app;
