export function transfer(from, to, amount, attempts = 3) {
  return fetch('/api/transfers', { // RACE
    method: 'POST',
    body: JSON.stringify({ from, to, amount }),
  }).then((response) => {
    if (response.status === 503 && attempts > 1) return transfer(from, to, amount, attempts - 1);
    return response.json();
  });
}
