// safe: the draft is read when the timer runs
let timer: NodeJS.Timeout | undefined;
let draft = '';
export function type(text: string): void {
  draft = text;
  if (timer) clearTimeout(timer);
  timer = setTimeout(async () => { timer = undefined; await save(draft); }, 300);
}
declare function save(t: string): Promise<void>;
