import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { BuildError } from '../../src/report/errors.js'

/** What something took, in milliseconds: of the process's own processor time, and on the clock. */
export interface Cost {
  cpu: number
  wall: number
}

/** A program that does its work once for each line it is sent, and answers with a line. */
export class Worker {
  private readonly lines: AsyncIterator<string>
  private stderr = ''

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    child.stderr.on('data', (text) => {
      this.stderr += text
    })
    // A program that has ended takes no more lines; that it has is told by the answer that does not come.
    child.stdin.on('error', () => {})
  }

  /** Starts a program and waits until it is ready. */
  static async start(command: string, argv: string[], env: Record<string, string>): Promise<Worker> {
    const worker = new Worker(spawn(command, argv, { env, stdio: 'pipe' }))
    await worker.answer()
    return worker
  }

  /** Has the work done once. */
  async once(): Promise<Cost> {
    this.child.stdin.write('\n')
    return JSON.parse(await this.answer()) as Cost
  }

  end(): void {
    this.child.stdin.end()
  }

  private async answer(): Promise<string> {
    const { value, done } = await this.lines.next()
    if (!done) return value
    throw new BuildError(
      `${this.child.spawnargs.slice(-2).join(' ')} ended: ${this.stderr.trim()}`,
      'Nothing was measured.',
    )
  }
}
