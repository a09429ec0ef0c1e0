// Serves the gallery while parts are being built; never part of the product.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const gallery = defineConfig({ root: import.meta.dirname, plugins: [react()], server: { host: '127.0.0.1' } })
export default gallery
