module.exports = function createCounterApi({ http }) {
  return {
    async bump(name) {
      const res = await http.get(`/counters/${name}`);
      const next = res.data.value + 1;
      const tryPut = async (n) => {
        const put = await http.put(`/counters/${name}`, { value: next }, { headers: { 'If-Match': res.headers.etag } }); // RACE
        if (put.status === 409 || put.status === 412) {
          if (n >= 5) throw new Error('conflict');
          return tryPut(n + 1);
        }
        return put.data;
      };
      return tryPut(0);
    },
  };
};
