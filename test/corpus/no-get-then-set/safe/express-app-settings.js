// safe: express settings, in memory and synchronous
const express = require('express')
const app = express()

app.set('plugins', [])

module.exports.use = function (plugin) {
  app.set('plugins', app.get('plugins').concat(plugin.name))
  app.set('plugin count', (app.get('plugin count') || 0) + 1)
  plugin.install(app)
}
