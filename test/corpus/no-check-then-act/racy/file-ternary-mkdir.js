import { existsSync, mkdirSync } from 'fs';
export const ensure = (dir) => existsSync(dir) || mkdirSync(dir); // RACE
