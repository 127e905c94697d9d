// safe: cookies of one request and response
const VISITS = 'visits'

module.exports = function countVisits({ max = 99 } = {}) {
  return async function middleware(ctx, next) {
    const visits = Math.min(max, Number(ctx.cookies.get(VISITS) || 0) + 1)
    ctx.cookies.set(VISITS, String(visits), { httpOnly: true, overwrite: true })
    ctx.state.visits = visits

    const started = Date.now()
    await next()
    const vary = ctx.response.get('Vary')
    ctx.set('Vary', vary ? `${vary}, Cookie` : 'Cookie')
    ctx.set('X-Response-Time', `${Date.now() - started}ms`)
  }
}
