// The Emscripten output; built before the bundle, so it has no types of its own.
declare module "*/gowhy.mjs" {
  const create: unknown;
  export default create;
}
