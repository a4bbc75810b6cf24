import { execFileSync } from 'node:child_process'

/** What a Python script prints; `data` is its standard input. */
export function python(script: string, data: Uint8Array = new Uint8Array(), args: string[] = []): Buffer {
  interpreter ??= execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8',
  }).trim()
  return execFileSync(interpreter, ['-I', '-W', 'ignore', '-c', script, ...args], {
    input: data,
    maxBuffer: 256 * 1024 * 1024,
  })
}

/** The program behind `python3`, which may be pyenv's script and takes longer than the tests' own. */
let interpreter: string | undefined

/**
 * The bytes of a zip that Python's zipfile wrote: `script` has the open `z` and may use `entry(path)`, which
 * gives a ZipInfo with the modes of a zip of ours, and `given`, a ZipFile of `data`.
 */
export function pythonZip(script: string, data?: Uint8Array): Uint8Array {
  const whole = `
import io, stat, struct, sys, warnings, zipfile
stdin = sys.stdin.buffer.read()
given = zipfile.ZipFile(io.BytesIO(stdin)) if stdin else None
def entry(path, mode=0o100644, system=3):
    info = zipfile.ZipInfo(path)
    info.create_system = system
    info.external_attr = mode << 16
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
out = io.BytesIO()
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
${script.replace(/^/gm, '    ')}
sys.stdout.buffer.write(out.getvalue())
`
  return new Uint8Array(python(whole, data))
}

/** The bytes of a zip of these files, whatever their paths. */
export function zipOf(files: Iterable<readonly [path: string, bytes: Uint8Array]>): Uint8Array {
  const script = `
import base64, io, json, sys, zipfile
out = io.BytesIO()
with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
    for path, data in json.load(sys.stdin):
        info = zipfile.ZipInfo(path)
        info.external_attr = 0o100644 << 16
        z.writestr(info, base64.b64decode(data))
sys.stdout.buffer.write(out.getvalue())
`
  const encoded = Array.from(files, ([path, bytes]) => [path, Buffer.from(bytes).toString('base64')])
  return new Uint8Array(python(script, Buffer.from(JSON.stringify(encoded))))
}
