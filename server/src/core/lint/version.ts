/** Filled in by esbuild.js from package.json. */
declare const PRODUCT_VERSION: string;

/** The version in package.json. */
export const VERSION = PRODUCT_VERSION;
