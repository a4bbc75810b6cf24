import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with the one line that says how it went, for scripts and people alike. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const leftOut: string[] = []
    const count = { passed: 0, failed: unhandled.length, skipped: 0 }
    for (const module of modules) {
      // A file that could not be collected, or whose hooks failed, counts as a failure of its own.
      if (module.errors().length > 0) count.failed++
      for (const test of module.children.allTests()) {
        const result = test.result()
        const { state } = result
        if (state === 'skipped' && result.note)
          leftOut.push(`LEFT OUT: ${test.fullName}, because ${result.note}`)
        if (state === 'passed' || state === 'failed' || state === 'skipped') count[state]++
      }
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    // After the default reporter's own summary.
    process.on('exit', () => {
      for (const line of leftOut) console.log(line)
      console.log(`${count.passed} passed, ${count.failed} failed${skipped}`)
    })
  }
}
