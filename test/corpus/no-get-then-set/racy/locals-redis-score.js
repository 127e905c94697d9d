const { Router } = require('express');

const router = Router();

router.post('/score/:player', async (req, res, next) => {
  try {
    const { redis } = req.app.locals;
    const best = Number((await redis.get(`score:${req.params.player}`)) ?? 0);
    const total = best + Number(req.body.points);
    await redis.set(`score:${req.params.player}`, total); // RACE
    res.json({ total });
  } catch (error) {
    next(error);
  }
});

module.exports = router;
