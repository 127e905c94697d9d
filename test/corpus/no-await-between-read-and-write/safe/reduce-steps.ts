// safe: the accumulator belongs to this call, and each step awaits the one before
type Step = (input: string) => Promise<string>;

export async function pipeline(steps: Step[], input: string): Promise<{ text: string; cost: number }> {
  return steps.reduce(
    async (previous, step) => {
      const acc = await previous;
      acc.text = await step(acc.text);
      acc.cost += acc.text.length;
      return acc;
    },
    Promise.resolve({ text: input, cost: 0 }),
  );
}
