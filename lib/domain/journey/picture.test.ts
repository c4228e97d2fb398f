import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPicture } from './picture';

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
const zeros = (count: number) => Array.from({ length: count }, () => 0);

const png = (width: number[], height: number[]) =>
  bytes('\u0089PNG\r\n\u001a\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0], zeros(4));
const riff = (chunk: string, rest: number[]) => bytes('RIFF', zeros(4), 'WEBP', chunk, zeros(4), rest);

describe('what a picture is', () => {
  it.each([
    ['PNG', png([0, 0, 2, 128], [0, 0, 1, 224]), { type: 'image/png', width: 640, height: 480 }],
    [
      'JPEG, behind other segments',
      bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc2, 0, 11, 8, 1, 224, 2, 128, 3, 1, 0x11, 0]),
      { type: 'image/jpeg', width: 640, height: 480 },
    ],
    [
      'WebP, lossy',
      riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 128, 2, 224, 1]),
      { type: 'image/webp', width: 640, height: 480 },
    ],
    [
      'WebP, lossless',
      riff('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0, ...zeros(5)]),
      { type: 'image/webp', width: 640, height: 480 },
    ],
    [
      'WebP, extended',
      riff('VP8X', [0, 0, 0, 0, 127, 2, 0, 223, 1, 0]),
      { type: 'image/webp', width: 640, height: 480 },
    ],
  ])('is read from the bytes of a %s', (_name, file, expected) => {
    expect(readPicture(file)).toEqual(expected);
  });

  it.each([
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a page', bytes('<!doctype html><html><body>Hello, this is a page</body></html>')],
    ['a GIF', bytes('GIF89a', zeros(40))],
    ['half a PNG', png([0, 0, 2, 128], [0, 0, 1, 224]).slice(0, 20)],
    ['a PNG without pixels', png([0, 0, 0, 0], [0, 0, 0, 1])],
    ['a PNG that unfolds to gigabytes', png([0, 0, 255, 255], [0, 0, 255, 255])],
    ['nothing', new Uint8Array()],
  ])('is not %s', (_name, file) => {
    expect(readPicture(file)).toBeUndefined();
  });

  it('is found out for any bytes, without failing', () => {
    const starts = [
      bytes([0xff, 0xd8]),
      bytes('RIFF', zeros(4), 'WEBP'),
      bytes('\u0089PNG\r\n\u001a\n'),
      new Uint8Array(),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), (start, rest) => {
        const found = readPicture(Uint8Array.from([...start, ...rest]));
        expect(found === undefined || (found.width > 0 && found.height > 0)).toBe(true);
      }),
    );
  });
});
