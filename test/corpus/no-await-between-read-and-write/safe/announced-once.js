// safe: the flag is set before the first await
const { announce } = require('./announce')

let announced = false

exports.onFirstUser = async function (user) {
  if (announced) return
  announced = true
  await announce(`${user.name} is the first one today`)
}

exports.resetAtMidnight = function () {
  announced = false
}
