import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The desk. Built to files only (no inlined data URLs), because its content policy allows nothing inline. */
export default defineConfig({
  root: 'src/web/desk',
  base: '/desk/',
  plugins: [react()],
  build: {
    outDir: '../../../dist/web/desk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'antd', test: /node_modules\/(antd|@ant-design|@rc-component)\// },
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|react-i18next)\//,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:4310' } },
})
