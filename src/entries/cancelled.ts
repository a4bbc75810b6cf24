let ending = false

/** Notes that a signal is ending the run. */
export function cancelled(): void {
  ending = true
}

/** Whether a signal is ending the run: what fails because its container is taken away is not a failure to report. */
export function isCancelled(): boolean {
  return ending
}
