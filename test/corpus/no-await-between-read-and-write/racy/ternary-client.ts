import { createClient, type Client } from './client.js';
let client: Client | null = null;
export const getClient = async (): Promise<Client> => (client = client ? client : await createClient()); // RACE
