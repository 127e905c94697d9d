const Koa = require('koa')
const Router = require('@koa/router')
const gate = require('./gate')

const router = new Router()
const lot = { free: 40 }

router.post('/enter/:plate', async (ctx) => {
  if (lot.free > 0) {
    const opened = await gate.open(ctx.params.plate)
    if (opened) {
      lot.free-- // RACE
    }
    ctx.body = { opened }
  } else {
    ctx.throw(503, 'full')
  }
})

router.post('/leave/:plate', async (ctx) => {
  await gate.open(ctx.params.plate)
  lot.free++
  ctx.status = 204
})

const app = new Koa()
app.use(router.routes())
module.exports = app
