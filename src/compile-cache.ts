import { enableCompileCache } from 'node:module'

// Loaded before the program (node --import), so that its modules are compiled once and not at every start.
enableCompileCache()
