import { readFile, writeFile } from 'node:fs/promises';
class Users {
  constructor(private file: string) {}
  async all(): Promise<{ id: string; name: string }[]> {
    return JSON.parse(await readFile(this.file, 'utf8'));
  }
  async replace(users: { id: string; name: string }[]) {
    await writeFile(this.file, JSON.stringify(users));
  }
}
const users = new Users('users.json');
export async function rename(id: string, name: string): Promise<boolean> {
  const list = await users.all();
  const user = list.find((u) => u.id === id);
  if (!user) return false;
  user.name = name;
  await users.replace(list); // RACE
  return true;
}
