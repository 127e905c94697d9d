const state = { dirty: false, tasks: [] };

export function addTask(task) {
  state.tasks.push(task);
  state.dirty = true;
}

export async function sync(api) {
  if (!state.dirty) return;
  await api.put('/tasks', state.tasks);
  state.dirty = false; // RACE
}
