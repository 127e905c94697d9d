// safe: one worker, run once, takes one message after the other
import createSagaMiddleware from 'redux-saga';
import { actionChannel, call, fork, take } from 'redux-saga/effects';
import { putBasket } from './api.js';

let revision = 0;

function* send(): Generator<any, void, any> {
  const changes = yield actionChannel('basket/changed');
  for (;;) {
    const { payload } = yield take(changes);
    const next = revision + 1;
    yield call(putBasket, next, payload);
    revision = next;
  }
}

function* root(): Generator {
  yield fork(send);
}

export const saga = createSagaMiddleware();
saga.run(root);
