import { temporary, temporaryToCompileIn } from '../machine/scratch.js'
import { assertWritable } from '../machine/writable.js'
import type { BuildRequest } from '../recipe/build-request.js'
import type { Engine } from '../sandbox/engine.js'
import { toolCache } from '../sources/cache.js'

/**
 * Makes sure, before anything is fetched, that the build can write where it will have to.
 *
 * @throws {BuildError} for the first place that cannot be used, naming the input or variable that names it
 */
export async function assertPlaces(
  { outputDir, sourceDir, toolchain }: Pick<BuildRequest, 'outputDir' | 'sourceDir' | 'toolchain'>,
  engine: Engine,
): Promise<void> {
  await assertWritable({ path: outputDir, name: 'output-dir' })
  await assertWritable(temporary())
  if (engine === 'none') await assertWritable(temporaryToCompileIn())
  const tools = toolCache()
  // The pinned compiler is unpacked there. Otherwise a directory with all tarballs needs no place for them, and a cache that
  // cannot be written costs time only.
  if (toolchain === 'pinned' || sourceDir === undefined)
    await assertWritable({ path: tools, name: 'RUNNER_TOOL_CACHE' })
}
