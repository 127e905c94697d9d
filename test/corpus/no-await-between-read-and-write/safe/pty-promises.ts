// safe: the record keeps promises; looked up and set in one step
interface Pty {
  write(data: string): void;
}

export function terminals(spawn: (cwd: string) => Promise<Pty>) {
  const byFolder: Record<string, Promise<Pty>> = Object.create(null);

  function open(cwd: string): Promise<Pty> {
    if (!byFolder[cwd]) {
      byFolder[cwd] = spawn(cwd).catch((error) => {
        delete byFolder[cwd];
        throw error;
      });
    }
    return byFolder[cwd];
  }

  return {
    async type(cwd: string, text: string) {
      const pty = await open(cwd);
      pty.write(text);
    },
  };
}
