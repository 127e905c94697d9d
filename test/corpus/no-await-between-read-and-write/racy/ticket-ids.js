'use strict'

const fastify = require('fastify')()
const { archive } = require('./archive')

let nextId = 1

fastify.post('/tickets', async (request, reply) => {
  const id = nextId
  await archive({ id, title: request.body.title })
  nextId = id + 1 // RACE
  reply.code(201)
  return { id }
})

module.exports = fastify
