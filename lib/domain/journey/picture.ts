/** A picture as its own bytes describe it. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;

/** Bytes of one picture. */
export const maxPictureBytes = 2 * 1024 * 1024;

/** Pixels of a side, and of the whole: what a browser unfolds without harm. */
const maxSide = 10_000;
const maxPixels = 40_000_000;

/**
 * What a picture is, read from its first bytes and never from its name; undefined for what is none, or too large to be
 * unfolded. Sources: PNG 3rd ed. §5.2 and §11.2.1, JPEG (T.81) B.1 and B.2.2, WebP RFC 9649 §2.
 */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = readPng(view) ?? readJpeg(view) ?? readWebp(view);
  if (!found) return undefined;
  const { width, height } = found;
  const isFit = width > 0 && height > 0 && width <= maxSide && height <= maxSide && width * height <= maxPixels;
  return isFit ? found : undefined;
}

const has = (view: DataView, at: number, text: string) =>
  view.byteLength >= at + text.length && [...text].every((char, i) => view.getUint8(at + i) === char.charCodeAt(0));

function readPng(view: DataView): Picture | undefined {
  if (view.byteLength < 33 || !has(view, 0, '\u0089PNG\r\n\u001a\n') || !has(view, 12, 'IHDR')) return undefined;
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks from marker to marker until the frame header, which holds the size. */
function readJpeg(view: DataView): Picture | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker))
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return undefined;
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function readWebp(view: DataView): Picture | undefined {
  if (view.byteLength < 30 || !has(view, 0, 'RIFF') || !has(view, 8, 'WEBP')) return undefined;
  const type = 'image/webp';
  if (has(view, 12, 'VP8X')) return { type, width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (has(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const packed = view.getUint32(21, true);
    return { type, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (has(view, 12, 'VP8 ') && has(view, 23, '\u009d\u0001\u002a'))
    return { type, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  return undefined;
}

const uint24 = (view: DataView, at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
