import { post } from './http.js';

const spans: object[] = [];

export function addSpan(span: object): void {
  spans.push(span);
}

setInterval(async () => {
  if (spans.length === 0) return;
  try {
    await post('/v1/spans', spans);
    spans.length = 0; // RACE
  } catch (error) {
    console.error('export failed', error);
  }
}, 5000);
