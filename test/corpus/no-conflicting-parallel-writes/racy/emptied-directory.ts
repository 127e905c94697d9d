import fs from "fs-extra";
import path from "path";
export async function build(outDir: string, assets: string[]) {
  fs.emptyDir(outDir); // RACE
  for (const asset of assets) {
    await fs.copy(asset, path.join(outDir, path.basename(asset)));
  }
}
