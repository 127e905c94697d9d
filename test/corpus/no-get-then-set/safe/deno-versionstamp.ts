// A batch in a variable, with a check before the writes
interface Account {
  balance: number;
}

export async function withdraw(kv: Deno.Kv, id: string, amount: number): Promise<boolean> {
  const account = await kv.get<Account>(['accounts', id]);
  if (!account.value || account.value.balance < amount) return false;
  const operation = kv.atomic();
  operation.check({ key: account.key, versionstamp: account.versionstamp });
  operation.set(['accounts', id], { balance: account.value.balance - amount });
  const { ok } = await operation.commit();
  return ok;
}
