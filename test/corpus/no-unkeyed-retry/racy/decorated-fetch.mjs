/** POSTs, and asks again while the server is in trouble. */
async function post(url, body, attempt = 0) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.status < 500) return response;
  if (attempt === 5) throw new Error(`${url}: ${response.status}`);
  await new Promise((done) => setTimeout(done, 100 * 2 ** attempt));
  return post(url, body, attempt + 1);
}

export const refund = (charge, cents) => post(`https://api.pay.example/refunds`, { charge, cents }); // RACE
