// safe: the card is checked and debited in one step, and credited again when the payment fails
const express = require('express');
const payments = require('./payments');

const app = express();
app.use(express.json());

const giftCards = {};

app.put('/cards/:code', (req, res) => {
  giftCards[req.params.code] = { balance: req.body.cents, uses: 0 };
  res.status(201).end();
});

app.post('/cards/:code/redeem', async (req, res, next) => {
  const card = giftCards[req.params.code];
  const { cents } = req.body;
  if (!card) return res.status(404).end();
  if (card.balance < cents) return res.status(402).json({ balance: card.balance });

  card.balance -= cents;
  try {
    const receipt = await payments.settle(req.params.code, cents);
    card.uses += 1;
    res.json({ balance: card.balance, receipt: receipt.id });
  } catch (error) {
    card.balance += cents;
    next(error);
  }
});

module.exports = app;
