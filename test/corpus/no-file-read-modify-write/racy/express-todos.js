import express from 'express';
import fs from 'fs/promises';

const app = express();
app.use(express.json());

app.post('/todos', async (req, res) => {
  const todos = JSON.parse(await fs.readFile('todos.json', 'utf-8'));
  const todo = { id: todos.length + 1, ...req.body };
  todos.push(todo);
  await fs.writeFile('todos.json', JSON.stringify(todos)); // RACE
  res.status(201).json(todo);
});

app.delete('/todos/:id', async (req, res) => {
  const todos = JSON.parse(await fs.readFile('todos.json', 'utf-8'));
  await fs.writeFile('todos.json', JSON.stringify(todos.filter((todo) => todo.id !== Number(req.params.id)))); // RACE
  res.sendStatus(204);
});

app.listen(3000);
