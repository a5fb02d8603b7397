/** gray-matter checks whether its input is a Buffer. In a web worker, there are no Buffers. */
export const Buffer = { isBuffer: () => false, from: (text: string) => text };
