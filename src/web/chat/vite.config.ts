import { defineConfig } from 'vite'

const out = new URL('../../../dist/web/chat', import.meta.url).pathname

/** Two builds of the same parts: the full page under /chat/, and one file for other people's pages. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/chat/',
  publicDir: false,
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'embed']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    client: {
      build: { outDir: out, emptyOutDir: true, modulePreload: { polyfill: false }, assetsInlineLimit: 0 },
    },
    embed: {
      consumer: 'client',
      build: {
        outDir: out,
        emptyOutDir: false,
        rolldownOptions: {
          input: 'embed.tsx',
          output: {
            format: 'iife',
            entryFileNames: 'parley-chat.js',
            // A byte order mark: pages in another encoding (GBK) read the file as UTF-8 all the same.
            postBanner: '\uFEFF',
          },
        },
      },
    },
  },
})
