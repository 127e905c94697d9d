// safe: the state of a component is set, not cleared from under anybody
import { useState } from 'react';
import { submit } from './api.js';

export function Form() {
  const [items, setItems] = useState<string[]>([]);

  async function onSubmit() {
    await submit(items);
    setItems([]);
  }

  return <button onClick={() => void onSubmit()}>{items.length}</button>;
}
