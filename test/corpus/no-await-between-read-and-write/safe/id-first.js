// safe: the id is taken in one step, before it is saved
'use strict'

const fastify = require('fastify')()
const { archive } = require('./archive')

let nextId = 1

fastify.post('/tickets', async (request, reply) => {
  const id = nextId++
  await archive({ id, title: request.body.title })
  reply.code(201)
  return { id }
})

module.exports = fastify
