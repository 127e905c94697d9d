const consul = require('consul')();

exports.register = async (service, address) => {
  const found = await consul.kv.get(`services/${service}`);
  const addresses = JSON.parse(found.Value).concat(address);
  for (let i = 0; i < 3; i++) {
    const ok = await consul.kv.set({ // RACE
      key: `services/${service}`,
      value: JSON.stringify(addresses),
      cas: found.ModifyIndex,
    });
    if (ok) return true;
  }
  return false;
};
