// Collects the pages of the site: those of docs/, and the home page.
import { cpSync, rmSync } from 'node:fs'

rmSync('pages', { recursive: true, force: true })
cpSync('../docs', 'pages', { recursive: true })
cpSync('home.md', 'pages/index.md')
