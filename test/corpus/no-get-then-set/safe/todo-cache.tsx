// safe: the query cache of a browser tab, updated with a function
import { useMutation, useQueryClient } from '@tanstack/react-query';

interface Todo {
  id: number;
  text: string;
  done: boolean;
}

export function AddTodo() {
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: async (text: string) => {
      const response = await fetch('/api/todos', { method: 'POST', body: JSON.stringify({ text }) });
      return (await response.json()) as Todo;
    },
    onSuccess: (todo: Todo) => {
      client.setQueryData<Todo[]>(['todos'], (old) => [...(old ?? []), todo]);
    },
  });

  return (
    <button type="button" onClick={() => add.mutate('New item')}>
      Add
    </button>
  );
}
