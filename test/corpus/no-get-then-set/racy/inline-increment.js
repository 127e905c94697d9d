import express from 'express'
import Redis from 'ioredis'

const scores = new Redis(process.env.REDIS_URL)
const app = express()
app.use(express.json())

app.put('/players/:id/score', async (req, res) => {
  await scores.set(`score:${req.params.id}`, Number(await scores.get(`score:${req.params.id}`)) + req.body.points) // RACE
  res.sendStatus(204)
})

app.get('/players/:id/score', async (req, res) => {
  res.json({ score: Number(await scores.get(`score:${req.params.id}`)) })
})

export default app
