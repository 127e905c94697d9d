// safe: the place is taken before the gate opens, and given back when it does not
const Koa = require('koa')
const Router = require('@koa/router')
const gate = require('./gate')

const router = new Router()
const lot = { free: 40 }

router.post('/enter/:plate', async (ctx) => {
  if (lot.free <= 0) ctx.throw(503, 'full')
  lot.free--
  const opened = await gate.open(ctx.params.plate)
  if (!opened) lot.free++
  ctx.body = { opened }
})

const app = new Koa()
app.use(router.routes())
module.exports = app
