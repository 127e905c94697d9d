/** The server's own requests, with their types. By name: the client brings a protocol of its own version. */
import type { CancellationToken, Disposable } from 'vscode';
import {
  SharedStateRequest,
  StatusNotification,
  WitnessRequest,
  type SharedStateParams,
  type SharedStateResult,
  type StatusParams,
  type WitnessParams,
  type WitnessResult,
} from 'interleave-language-server/protocol';
import type { LanguageClient } from 'vscode-languageclient/node';

export function askWitness(client: LanguageClient, params: WitnessParams): Promise<WitnessResult> {
  return client.sendRequest<WitnessResult>(WitnessRequest.method, params);
}

export function askSharedState(
  client: LanguageClient,
  params: SharedStateParams,
  token?: CancellationToken,
): Promise<SharedStateResult> {
  const { method } = SharedStateRequest;
  // The client takes a token that is not there for a second parameter.
  return token ? client.sendRequest(method, params, token) : client.sendRequest(method, params);
}

export function onStatus(client: LanguageClient, listener: (status: StatusParams) => void): Disposable {
  return client.onNotification(StatusNotification.method, listener);
}
