// Relative addresses, so that the page can be put in any folder; no asset inlined, so that the
// policy of index.html is kept.
export default { base: './', build: { assetsInlineLimit: 0, target: 'esnext' } };
