const votes = Bun.file('./votes.json');

export async function vote(option: string) {
  const counts = (await votes.json()) as Record<string, number>;
  counts[option] = (counts[option] ?? 0) + 1;
  await Bun.write(votes, JSON.stringify(counts)); // RACE
  return counts;
}
