interface Change {
  seats?: number;
  booked?: Promise<number>;
}

export class Hall {
  private seats = 200;

  async change({ seats = this.seats, booked = Promise.resolve(0) }: Change): Promise<number> {
    const gone = await booked;
    this.seats = seats - gone; // RACE
    return this.seats;
  }
}
