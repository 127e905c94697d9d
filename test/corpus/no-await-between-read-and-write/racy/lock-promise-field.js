export class Calibrator {
  locked = false
  offset = 0

  constructor(device) {
    this.device = device
  }

  async #lock() {
    while (this.locked) {
      await new Promise((resolve) => setImmediate(resolve))
    }
    await this.device.wake()
    this.locked = true // RACE
  }

  async calibrate() {
    await this.#lock()
    try {
      await this.device.measure()
    } finally {
      this.locked = false
    }
  }
}
