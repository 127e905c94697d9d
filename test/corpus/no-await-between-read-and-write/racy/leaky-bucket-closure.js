const wait = (ms) => new Promise((r) => setTimeout(r, ms))

/** @returns {(cost: number) => Promise<void>} */
exports.throttle = (perSecond) => {
  let nextFree = 0

  return async (cost) => {
    const slot = Math.max(Date.now(), nextFree)
    await wait(slot - Date.now())
    nextFree = slot + (cost * 1000) / perSecond // RACE
  }
}
