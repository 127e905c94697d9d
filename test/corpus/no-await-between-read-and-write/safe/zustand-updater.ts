// safe: set gets an updater, which sees the state as it is
import { create } from 'zustand';
import { saveTodo } from './api';

interface Todo {
  id: string;
  title: string;
}

interface Todos {
  todos: Todo[];
  saving: number;
  add(title: string): Promise<void>;
}

export const useTodos = create<Todos>((set) => ({
  todos: [],
  saving: 0,
  async add(title) {
    set((s) => ({ saving: s.saving + 1 }));
    const todo = await saveTodo(title);
    set((s) => ({ todos: [...s.todos, todo], saving: s.saving - 1 }));
  },
}));
