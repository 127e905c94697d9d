interface Pty {
  write(data: string): void;
  dispose(): void;
}

export function terminals(spawn: (cwd: string) => Promise<Pty>) {
  const byFolder: Record<string, Pty> = Object.create(null);

  async function open(cwd: string): Promise<Pty> {
    let pty = byFolder[cwd];
    if (!pty) {
      pty = await spawn(cwd);
      byFolder[cwd] = pty; // RACE
    }
    return pty;
  }

  return {
    open,
    type: async (cwd: string, text: string) => (await open(cwd)).write(text),
    disposeAll() {
      for (const cwd of Object.keys(byFolder)) {
        byFolder[cwd].dispose();
        delete byFolder[cwd];
      }
    },
  };
}
