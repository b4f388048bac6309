import { enableCompileCache } from 'node:module'

// Loaded before the program (node --import), so that its modules are compiled once and not at every start. JavaScript,
// because this one file is read before there is a cache: TypeScript would load the compiler each time.
enableCompileCache()
