interface Todo {
  text: string;
  done: boolean;
}

export class TodoStore {
  constructor(private readonly kv: Deno.Kv) {}

  async finish(list: string, index: number): Promise<void> {
    const key = ['todos', list];
    const { value: todos } = await this.kv.get<Todo[]>(key);
    if (!todos) return;
    todos[index] = { ...todos[index], done: true };
    await this.kv.set(key, todos); // RACE
  }
}
