// safe: all wait for one promise of the last number, and count on from there; what is only looked up may be looked up twice
interface Archive {
  getLastSlip(office: string): Promise<number>;
  getAddress(office: string): Promise<string>;
}

export class Slips {
  private ready: Promise<number> | undefined;
  private given = 0;
  private address: string | undefined;

  constructor(private readonly archive: Archive, private readonly office: string) {}

  async next(): Promise<string> {
    this.ready ??= this.archive.getLastSlip(this.office);
    const first = await this.ready;
    this.given += 1;
    return `${this.office}-${first + this.given}`;
  }

  async where(): Promise<string> {
    if (this.address === undefined) this.address = await this.archive.getAddress(this.office);
    return this.address;
  }
}
