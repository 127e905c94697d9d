let state = { count: 0, seen: [] };
export async function record(item) {
  const { count, seen } = state;
  const tag = await classify(item);
  state = { count: count + 1, seen: [...seen, tag] }; // RACE
}
