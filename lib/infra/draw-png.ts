import 'server-only';
import { crc32, deflateSync } from 'node:zlib';

/** A filled rectangle of a drawing, in pixels, and the place of its colour in the palette. */
export interface PaintedBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** `[red, green, blue]`, 0–255; the first fills the ground. At most 256. */
  readonly palette: readonly (readonly [number, number, number])[];
  /** Painted in order, later ones over earlier ones. */
  readonly boxes: readonly PaintedBox[];
}

/** A drawing of plain boxes as a PNG: eight bits a pixel, by palette. Source: PNG 3rd ed. §5 and §11.2. */
export function drawPng({ width, height, palette, boxes }: Drawing): Uint8Array {
  // A row begins with its filter, which is 0: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (const box of boxes)
    for (let y = Math.max(0, box.y); y < Math.min(height, box.y + box.height); y += 1) {
      const start = y * (width + 1) + 1;
      rows.fill(box.colour, start + Math.max(0, box.x), start + Math.min(width, box.x + box.width));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.byteLength);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
