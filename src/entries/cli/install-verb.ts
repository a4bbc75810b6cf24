import { INSTALL_INPUTS } from '../../inputs/input-names.js'
import { readInstallRequest } from '../../inputs/install-inputs.js'
import { install, installedLine } from '../../jobs/install-job.js'
import { stoppable } from '../stop.js'
import type { Verb } from './verb.js'

/** `install`: puts psycopg2 out of a release into a package. */
export const installVerb: Verb = {
  flags: INSTALL_INPUTS,
  switches: {
    pin: 'pin the release in pin-file',
    json: 'print what is now where as JSON',
  },
  async run({ get, has, print, log }) {
    const request = await readInstallRequest({ get, env: process.env }, { pin: has('pin') })
    const installed = await stoppable(log.notice, (signal) => install(request, log, { signal }))
    print({ json: installed, text: `${installedLine(installed)}\n` })
    return 0
  },
}
