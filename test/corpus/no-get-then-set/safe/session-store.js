// safe: session middleware set-up and route settings, no read-modify-write
'use strict';

const express = require('express');
const session = require('express-session');
const { RedisStore } = require('connect-redis');
const { createClient } = require('redis');

const redisClient = createClient({ url: process.env.REDIS_URL });
redisClient.connect().catch(console.error);

const app = express();
app.set('port', Number(process.env.PORT) || 3000);
app.use(
  session({
    store: new RedisStore({ client: redisClient, prefix: 'shop:' }),
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
  }),
);

app.get('/', (req, res) => {
  res.send(`port ${app.get('port')}`);
});

module.exports = app;
