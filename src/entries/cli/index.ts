#!/usr/bin/env node
import '../no-deprecations.js'
import { main } from './main.js'
import { setUpCommandLine } from './process.js'

const out = setUpCommandLine()
process.exitCode = await main(process.argv.slice(2), out, process.stderr)
