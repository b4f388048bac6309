import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

/**
 * Starts a real browser, which comes with the packages: nothing has to be installed besides.
 * @throws Error saying what is missing where it cannot start on this machine.
 */
export async function openBrowser(): Promise<Browser> {
  chromium.setGraphicsMode = false
  const executablePath = await chromium.executablePath()
  // Without a language it takes the system's, and finds no words on a page where that is "C".
  const options = {
    executablePath,
    args: [...chromium.args, '--lang=en-US'],
    env: { ...process.env, LANG: 'en_US.UTF-8' },
  }
  return driver.launch({ ...options, headless: true }).catch((error: unknown) => {
    throw new Error(`Cannot start the browser ${executablePath}: ${String(error)}`, { cause: error })
  })
}

/**
 * A browser for a file of tests. Where none can start, says so in one line and gives nothing, so that its tests are
 * left out; where tests must be complete (CI=true), that is a failure.
 * @throws Error as `openBrowser` does, if CI is true
 */
export async function openTestBrowser(): Promise<Browser | undefined> {
  try {
    return await openBrowser()
  } catch (error) {
    if (process.env.CI === 'true') throw error
    process.stderr.write(
      `Tests in a browser are left out: ${error instanceof Error ? error.message : error}\n`,
    )
    return undefined
  }
}
