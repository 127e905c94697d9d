// safe: the topic is added before the broker is asked, and removed when that fails
export class Subscriptions {
  constructor(broker) {
    this.broker = broker
    this.topics = new Set()
  }

  async ensure(topic, handler) {
    if (this.topics.has(topic)) return false
    this.topics.add(topic)
    try {
      await this.broker.subscribe(topic, handler)
    } catch (error) {
      this.topics.delete(topic)
      throw error
    }
    return true
  }
}
