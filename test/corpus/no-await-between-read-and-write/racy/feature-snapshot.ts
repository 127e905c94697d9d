type Flags = Record<string, boolean>;

interface FlagSource {
  evaluate(name: string): Promise<boolean>;
}

export class FlagBoard {
  flags: Flags = {};

  constructor(private source: FlagSource) {}

  async refresh(name: string) {
    this.flags = { ...this.flags, [name]: await this.source.evaluate(name) }; // RACE
  }

  isOn(name: string) {
    return this.flags[name] === true;
  }
}
