import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { EndToEndOrder } from './__tests__/e2e/order.js'

export default defineConfig({
  test: {
    sequence: { sequencer: EndToEndOrder },
    reporters: ['default', './__tests__/reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['__tests__/**/*.test.ts'],
          exclude: ['__tests__/e2e/**', '__tests__/proof/**'],
          globalSetup: ['__tests__/scratch.ts', '__tests__/setup.ts'],
          maxWorkers: availableParallelism(),
          // GitHub's parser imports JSON in a way that only a bundler understands.
          server: { deps: { inline: ['@actions/workflow-parser'] } },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['__tests__/e2e/**/*.test.ts'],
          globalSetup: ['__tests__/scratch.ts', '__tests__/e2e/setup.ts'],
          setupFiles: ['__tests__/e2e/ready.ts'],
          // While one compiles, which takes all processors, another waits for containers, networks and time to pass.
          maxWorkers: 2,
          testTimeout: 900_000,
          hookTimeout: 900_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Writes docs/proof.md; on request only, because it tries everything for every Python.
        test: {
          name: 'proof',
          include: ['__tests__/proof/*.test.ts'],
          globalSetup: ['__tests__/scratch.ts', '__tests__/e2e/setup.ts'],
          setupFiles: ['__tests__/e2e/ready.ts'],
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 900_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
