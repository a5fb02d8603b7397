/** gray-matter asks whether its input is a Buffer; in a web worker nothing is. */
export const Buffer = { isBuffer: () => false, from: (text: string) => text };
