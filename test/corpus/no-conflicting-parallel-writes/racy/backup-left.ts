import fs from "node:fs/promises";
export async function snapshot(file: string, data: object) {
  const backup = fs.copyFile(file, file + ".bak");
  await fs.writeFile(file, JSON.stringify(data)); // RACE
  await backup;
}
