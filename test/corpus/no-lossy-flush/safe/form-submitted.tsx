// Safe: what the form shows belongs to one user, who waits for it to be sent.
import { useState } from 'react';
import { send } from './api';

export function Form() {
  const [text, setText] = useState('');
  const submit = async () => {
    await send(text);
    setText('');
  };
  return <button onClick={submit}>{text}</button>;
}
