/** Made by web/vite.element.config.ts: files of dist/, gzip and base64. */
declare module "virtual:gowhy-embedded" {
  export const embeddedWasm: string;
  export const embeddedWords: string;
}
