// safe: the mutex of the instance guards the field of the instance
import { Mutex } from 'async-mutex';

interface Tracker {
    stepsSince(userId: string): Promise<number>
}

export class Challenge {
    private readonly mutex = new Mutex()
    private total = 0

    constructor(private readonly tracker: Tracker) {}

    async sync(userId: string): Promise<void> {
        await this.mutex.runExclusive(async () => {
            this.total = this.total + await this.tracker.stepsSince(userId)
        })
    }

    get steps() {
        return this.total
    }
}
