// safe: `client` is told to be Redis by nothing: a form of one page, filled in one step
export function remember(client, field) {
  const seen = client.get(field) ?? 0;
  client.set(field, seen + 1);
}
