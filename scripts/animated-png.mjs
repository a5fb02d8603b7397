// Makes one moving picture of several pictures. Browsers and GitHub show an animated PNG; all others show its first picture.
import { crc32 } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @typedef {object} Frame
 * @property {Buffer} png all frames have the same size and number of colors
 * @property {number} seconds how long it is shown
 */

/**
 * @param {readonly Frame[]} frames
 * @returns {Buffer} an animated PNG that is repeated forever
 */
export function animatedPng(frames) {
  const [first] = frames;
  const header = first && chunksOf(first.png).find(({ type }) => type === 'IHDR');
  if (header === undefined) throw new Error('No pictures');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  let sequence = 0;
  const parts = frames.flatMap(({ png, seconds }, index) => {
    const chunks = chunksOf(png);
    if (!chunks.some(({ type, data }) => type === 'IHDR' && data.equals(header.data)))
      throw new Error('The pictures differ in size or colors');
    const control = chunk('fcTL', numbers([sequence++, width, height, 0, 0]), shorts([seconds * 1000, 1000]), [0, 0]);
    const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((part) => part.data));
    return [control, index === 0 ? chunk('IDAT', data) : chunk('fdAT', numbers([sequence++]), data)];
  });
  const animation = chunk('acTL', numbers([frames.length, 0]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header.data), animation, ...parts, chunk('IEND')]);
}

/** @param {Buffer} png */
function chunksOf(png) {
  const chunks = [];
  for (let offset = SIGNATURE.length; offset < png.length;) {
    const length = png.readUInt32BE(offset);
    const start = offset + 8;
    chunks.push({ type: png.toString('latin1', offset + 4, start), data: png.subarray(start, start + length) });
    offset = start + length + 4;
  }
  return chunks;
}

/**
 * @param {string} type
 * @param {(Uint8Array | number[])[]} data
 */
function chunk(type, ...data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), ...data.map((part) => Uint8Array.from(part))]);
  return Buffer.concat([numbers([body.length - 4]), body, numbers([crc32(body)])]);
}

/** @param {readonly number[]} values of four bytes each */
function numbers(values) {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, index * 4);
  return buffer;
}

/** @param {readonly number[]} values of two bytes each */
function shorts(values) {
  const buffer = Buffer.alloc(values.length * 2);
  for (const [index, value] of values.entries()) buffer.writeUInt16BE(value, index * 2);
  return buffer;
}
