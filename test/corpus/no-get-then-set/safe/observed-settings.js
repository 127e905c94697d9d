// safe: Proxy traps and Reflect, no store
function observe(target, onChange) {
  const redis = { reads: 0, writes: 0 }
  const proxy = new Proxy(target, {
    get(object, name, receiver) {
      redis.reads++
      return Reflect.get(object, name, receiver)
    },
    set(object, name, value, receiver) {
      const old = Reflect.get(object, name, receiver)
      const done = Reflect.set(object, name, value, receiver)
      redis.writes++
      if (old !== value) onChange(name, old, value)
      return done
    },
  })
  return { proxy, counts: redis }
}

module.exports = { observe }
