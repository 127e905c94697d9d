export interface Upstream {
  host: string;
  port: number;
}

export class RouteTable {
  private routes: ReadonlyMap<string, Upstream> = new Map();

  constructor(private readonly probe: (u: Upstream) => Promise<boolean>) {}

  async register(prefix: string, upstream: Upstream): Promise<boolean> {
    const next = new Map(this.routes);
    next.set(prefix, upstream);
    if (!(await this.probe(upstream))) return false;
    this.routes = next; // RACE
    return true;
  }

  match(path: string): Upstream | undefined {
    for (const [prefix, upstream] of this.routes) {
      if (path.startsWith(prefix)) return upstream;
    }
    return undefined;
  }
}
