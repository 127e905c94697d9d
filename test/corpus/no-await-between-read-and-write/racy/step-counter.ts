interface Tracker {
    stepsSince(userId: string, from: Date): Promise<number>
}

export class TeamChallenge {
    private total = 0

    constructor(private readonly tracker: Tracker) {}

    async sync(userId: string, from: Date): Promise<number> {
        this.total = this.total + await this.tracker.stepsSince(userId, from) // RACE
        return this.total
    }

    get steps(): number {
        return this.total
    }
}
