// safe: names in a map, not files
const files = new Map<string, string>();

export const writeFile = (name: string, text: string) => files.set(`/tmp/${name}`, text);
