#!/usr/bin/env node
import '../no-deprecations.js'
import { setUpCommandLine } from './command-line.js'
import { main } from './main.js'

const out = setUpCommandLine()
process.exitCode = await main(process.argv.slice(2), out, process.stderr)
