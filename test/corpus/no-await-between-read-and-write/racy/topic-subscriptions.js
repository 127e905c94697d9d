export class Subscriptions {
  constructor(broker) {
    this.broker = broker
    this.topics = new Set()
  }

  async ensure(topic, handler) {
    if (this.topics.has(topic)) return false
    await this.broker.subscribe(topic, handler)
    this.topics.add(topic) // RACE
    return true
  }

  async drop(topic) {
    if (!this.topics.delete(topic)) return
    await this.broker.unsubscribe(topic)
  }
}
