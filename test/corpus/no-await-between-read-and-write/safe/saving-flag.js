// safe: saving is set first, and cleared in finally whatever happened
class Editor {
  constructor(api) {
    this.api = api
    this.saving = false
    this.savedAt = null
  }

  async save(text) {
    if (this.saving) return false
    this.saving = true
    try {
      await this.api.put('/document', { text })
      this.savedAt = new Date()
      return true
    } finally {
      this.saving = false
    }
  }
}

module.exports = { Editor }
