const express = require('express')
const { quote } = require('./quotes')

const app = express()
let revenue = 0

app.post('/orders', express.json(), async (req, res, next) => {
  try {
    revenue = revenue + (await quote(req.body.sku, req.body.amount)) // RACE
    res.status(201).end()
  } catch (err) {
    next(err)
  }
})

app.get('/revenue', (_req, res) => res.json({ revenue }))

module.exports = app
