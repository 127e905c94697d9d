import { existsSync, symlinkSync } from 'node:fs';

export function linkCurrent(release: string, link: string) {
  if (!existsSync(link)) {
    symlinkSync(release, link); // RACE
  }
}
