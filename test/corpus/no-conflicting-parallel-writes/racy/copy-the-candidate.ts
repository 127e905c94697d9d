import { copyFile, rename } from "node:fs/promises";
export async function publishCandidates(candidates: string[], current: string) {
  await Promise.all(
    candidates.map(async (c) => {
      if (await validate(c)) await copyFile(c, current); // RACE
    }),
  );
}
declare function validate(c: string): Promise<boolean>;
