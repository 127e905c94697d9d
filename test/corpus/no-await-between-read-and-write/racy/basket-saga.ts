// racy: every action starts a worker of its own, and each sends the revision that it read
import createSagaMiddleware from 'redux-saga';
import { call, takeEvery } from 'redux-saga/effects';
import { putBasket } from './api.js';

let revision = 0;

function* send(action: { payload: string[] }): Generator {
  const next = revision + 1;
  yield call(putBasket, next, action.payload);
  revision = next; // RACE
}

function* root(): Generator {
  yield takeEvery('basket/changed', send);
}

export const saga = createSagaMiddleware();
export const start = () => saga.run(root);
