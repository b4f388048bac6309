// As in a real process, where what Node has built in is loaded first: else the undici of our own becomes the dispatcher of
// everybody's requests, and refuses the uploads of Discord's library.
import 'node:http'
import { afterAll } from 'vitest'
import { endFile } from './file-end.ts'
import './unsynced.ts'

// This file runs again for each test file, unlike the modules that these import.
afterAll(endFile)
