// safe: every task writes its own index
export async function translateAll(texts: string[], translate: (t: string) => Promise<string>) {
  const results: string[] = new Array(texts.length);
  await Promise.all(
    texts.map(async (text, i) => {
      results[i] = await translate(text);
    }),
  );
  return results;
}

export const joined = (texts: string[]) => texts.join('\n');
