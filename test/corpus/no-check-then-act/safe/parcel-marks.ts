export interface Marks {
  has(key: string): Promise<boolean>;
  put(key: string, value: string): Promise<void>;
  /** True for the one who was first. */
  putIfAbsent(key: string, value: string): Promise<boolean>;
}

export class Courier {
  constructor(
    private readonly marks: Marks,
    private readonly announce: (parcel: string) => Promise<void>,
  ) {}

  async handOver(parcel: string): Promise<boolean> {
    const isFirst = await this.marks.putIfAbsent(`handed-over/${parcel}`, new Date().toISOString());
    if (isFirst) await this.announce(parcel);
    return isFirst;
  }

  async note(parcel: string, text: string): Promise<void> {
    await this.marks.put(`note/${parcel}`, text);
  }

  isHandedOver(parcel: string): Promise<boolean> {
    return this.marks.has(`handed-over/${parcel}`);
  }
}
