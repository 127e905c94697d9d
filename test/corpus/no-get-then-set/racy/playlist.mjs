import Redis from 'ioredis'

export class Playlist {
  #redis
  #room

  constructor(room) {
    this.#redis = new Redis()
    this.#room = room
  }

  async enqueue(track) {
    const key = `playlist:${this.#room}`
    const tracks = JSON.parse((await this.#redis.get(key)) || '[]')
    tracks.push({ track, at: Date.now() })
    await this.#redis.set(key, JSON.stringify(tracks)) // RACE
    return tracks.length
  }

  async close() {
    await this.#redis.quit()
  }
}
