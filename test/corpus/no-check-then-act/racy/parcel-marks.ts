export interface Marks {
  has(key: string): Promise<boolean>;
  put(key: string, value: string): Promise<void>;
}

export class Courier {
  constructor(
    private readonly marks: Marks,
    private readonly announce: (parcel: string) => Promise<void>,
  ) {}

  async handOver(parcel: string): Promise<boolean> {
    const mark = `handed-over/${parcel}`;
    if (await this.marks.has(mark)) return false;
    await this.marks.put(mark, new Date().toISOString()); // RACE
    await this.announce(parcel);
    return true;
  }
}
