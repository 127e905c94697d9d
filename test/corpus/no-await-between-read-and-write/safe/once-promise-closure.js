// safe: once keeps the promise of the first call
function once(factory) {
  let promise
  return () => {
    if (!promise) {
      promise = factory()
      promise.catch(() => {
        promise = undefined
      })
    }
    return promise
  }
}

exports.pool = once(async () => {
  const { createPool } = await import('./pool.mjs')
  const pool = createPool({ threads: 4 })
  await pool.ready()
  return pool
})
