const express = require('express');
const fs = require('fs-extra');
const path = require('path');

const app = express();

app.post('/shops', express.json(), async (req, res) => {
  const shop = path.join(process.env.SHOPS, req.body.name);
  if (await fs.pathExists(shop)) {
    res.status(409).json({ error: 'taken' });
    return;
  }
  await fs.ensureDir(shop); // RACE
  await fs.writeJson(path.join(shop, 'shop.json'), { owner: req.user });
  res.sendStatus(201);
});

module.exports = app;
