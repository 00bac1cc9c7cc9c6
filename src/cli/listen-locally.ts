import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** This machine as it calls itself: browsers try both for `localhost`, and differ in which they try first. */
const ownAddresses = ['127.0.0.1', '::1'] as const;

/** A machine may have only one of the two. */
const isAbsent = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(String(error.code));

function listen(listener: RequestListener, port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.off('error', reject)));
  });
}

/** Servers that answer as one. */
export interface LocalServers {
  port: number;
  close(): void;
}

/**
 * Listens at `localhost` and nowhere else: other machines do not reach it.
 *
 * @param port 0 for one that is free
 * @throws {NodeJS.ErrnoException} when the port is taken or not allowed; nothing listens then
 */
export async function listenLocally(listener: RequestListener, port: number): Promise<LocalServers> {
  const servers: Server[] = [];
  const closeAll = (): void => {
    for (const server of servers) server.close().closeAllConnections();
  };
  let taken = port;
  for (const host of ownAddresses) {
    try {
      const server = await listen(listener, taken, host);
      servers.push(server);
      taken = (server.address() as AddressInfo).port;
    } catch (error) {
      const hasOther = host !== ownAddresses.at(-1) || servers.length > 0;
      if (isAbsent(error) && hasOther) continue;
      closeAll();
      throw error;
    }
  }
  return { port: taken, close: closeAll };
}
