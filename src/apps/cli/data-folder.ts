// Where the installation's own database lies, as the environment names it.
import { resolve } from 'node:path'

export const dataFolder = () => resolve(process.env.DATA ?? './data/main')
