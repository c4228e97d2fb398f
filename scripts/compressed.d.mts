import type { IncomingMessage, ServerResponse } from 'node:http';

export function compressBuild(folder: string): Promise<void>;
export function serveCompressed(
  folder: string,
  address: string,
): (request: IncomingMessage, response: ServerResponse) => boolean;
