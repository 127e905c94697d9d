// racy: who loads the number later sets it back behind those that were given out meanwhile
interface Archive {
  getLastSlip(office: string): Promise<number>;
}

export class Slips {
  private last: number | undefined;

  constructor(private readonly archive: Archive, private readonly office: string) {}

  async next(): Promise<string> {
    if (this.last === undefined) {
      this.last = await this.archive.getLastSlip(this.office); // RACE
    }
    this.last += 1;
    return `${this.office}-${this.last}`;
  }
}
