// safe: FormData of one submission
export function normalise(form: FormData): FormData {
  const email = form.get('email');
  if (typeof email === 'string') form.set('email', email.trim().toLowerCase());
  const qty = Number(form.get('qty') ?? 0);
  form.set('qty', String(Math.max(1, qty)));
  return form;
}
