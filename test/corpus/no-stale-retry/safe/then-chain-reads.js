// safe: every try starts with the read
export function bump(api, name, left = 5) {
  return api
    .getCounter(name)
    .then((counter) => api.putCounter(name, counter.value + 1, counter.version))
    .catch((error) => {
      if (error.statusCode === 409 && left > 0) return bump(api, name, left - 1);
      throw error;
    });
}
