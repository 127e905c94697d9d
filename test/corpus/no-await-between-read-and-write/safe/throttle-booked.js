// safe: the slot is booked before waiting for it
const wait = (ms) => new Promise((r) => setTimeout(r, ms))

/** @returns {(cost: number) => Promise<void>} */
exports.throttle = (perSecond) => {
  let nextFree = 0

  return async (cost) => {
    const slot = Math.max(Date.now(), nextFree)
    nextFree = slot + (cost * 1000) / perSecond
    await wait(slot - Date.now())
  }
}
