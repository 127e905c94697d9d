// safe: each change sets the timer anew
import { writeSnapshot } from './disk.js';

let cells: Record<string, string> = {};
let timer: NodeJS.Timeout | undefined;

export function put(cell: string, value: string): void {
  cells = { ...cells, [cell]: value };
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await writeSnapshot(cells);
    timer = undefined;
  }, 500);
}
