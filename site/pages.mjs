// Collects the pages of the site: those of docs/, the home page, and what draws diagrams, which is not bundled.
import { cpSync, mkdirSync, rmSync } from 'node:fs'

rmSync('pages', { recursive: true, force: true })
cpSync('../docs', 'pages', { recursive: true })
cpSync('home.md', 'pages/index.md')
mkdirSync('pages/public')
cpSync('node_modules/mermaid/dist/mermaid.min.js', 'pages/public/mermaid.min.js')
