import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findPythonHere } from '../../src/machine/interpreters.js'
import { sha256 } from '../../src/package/checksums.js'
import { NEWEST } from '../../stand-ins/nodes.js'
import { PROJECT } from '../../stand-ins/places.js'
import { type ServedRelease, serveRelease } from '../../stand-ins/served-release.js'
import { PYTHON } from '../roles.js'
import { runAction, runCli } from '../runner.js'
import { AT_HAND } from '../versions.js'
import { adaptSnippet, SITE } from './consumers/adapt-snippet.js'
import { describePage } from './consumers/describe-page.js'
import { type Moto, startMoto } from './consumers/moto.js'
import { Reader, sameBytes } from './consumers/reader.js'
import { Snippets } from './consumers/snippets.js'
import { debianTool, nodeTool, programHere, pythonTool, type Tool } from './consumers/tools.js'

let python: string
let served: ServedRelease
let moto: Moto | undefined
let aws: Tool
beforeAll(async () => {
  python = await findPythonHere(PYTHON)
  served = await serveRelease({ python: PYTHON, flags: AT_HAND })
  aws = await pythonTool(python, ['moto[awslambda,cloudformation,iam,s3,server]==5.2.5'])
  if (!('missing' in aws)) moto = await startMoto(aws.bin)
})
afterAll(async () => {
  await moto?.stop()
  await served?.stop()
})

const common = { release: () => served, env: () => moto?.env ?? {} }

const AWS_CLI = ['awscli==1.46.2']
const NODE = { directory: dirname(NEWEST), bin: dirname(NEWEST) }

describePage(
  {
    ...common,
    path: 'sam.md',
    tools: async () => [await pythonTool(python, ['aws-sam-cli==1.170.0']), aws],
    env: () => ({ ...common.env(), SAM_CLI_TELEMETRY: '0' }),
  },
  (it) => {
    const built = (reader: Reader) => parse(reader.read('.aws-sam', 'build', 'template.yaml')).Resources

    it('a layer is built without a change', async (reader) => {
      await reader.do('fetch the layer')
      reader.put('layer: template.yaml')
      await reader.do('build with the layer')
      const { Psycopg2, Function: example } = built(reader)
      const layer = reader.path('.aws-sam', 'build', Psycopg2.Properties.ContentUri)
      expect(sameBytes(layer, served.file('x86_64', 'layer'))).toBe(true)
      expect(example.Properties.Layers).toEqual([{ Ref: 'Psycopg2' }])
      expect(readdirSync(reader.path('.aws-sam', 'build', 'Function'))).toEqual(['app.py'])
    })

    it('a makefile unpacks the zip', async (reader) => {
      await reader.do('fetch the zip')
      reader.put('makefile: template.yaml')
      reader.put('src/Makefile')
      await reader.do('build by the makefile')
      await reader.expectPackage('.aws-sam/build/Function')
    })

    it('pip takes the wheel of arm64 for a function on arm64', async (reader) => {
      await reader.do('fetch the wheels')
      reader.put('pip: template.yaml')
      reader.put('src/requirements.txt')
      await reader.do('build with pip')
      await reader.expectPackage('.aws-sam/build/Function', 'arm64')
    })
  },
)

describePage(
  {
    ...common,
    path: 'cdk.md',
    tools: async () => [
      await nodeTool(['aws-cdk@2.1148.1', 'aws-cdk-lib@2.276.0', 'constructs@10.8.1']),
      NODE,
    ],
    env: () => ({ ...common.env(), CI: 'true' }),
  },
  (it) => {
    /** What would be uploaded, by its path. */
    const assets = (reader: Reader) => {
      const { files } = JSON.parse(reader.read('cdk.out', 'Example.assets.json'))
      const all: { source: { path: string; packaging: string } }[] = Object.values(files)
      return all.map(({ source }) => ({ ...source, path: reader.path('cdk.out', source.path) }))
    }
    const link = (reader: Reader, directory = '') =>
      symlinkSync(join(directory, 'node_modules'), reader.path('node_modules'))

    it('a layer is an asset as it is', async (reader, [tool]) => {
      link(reader, tool?.directory)
      await reader.do('fetch the layer')
      reader.put('layer: app.ts')
      await reader.do('synth the layer')
      const [layer] = assets(reader).filter(({ path }) => path.endsWith('.zip'))
      expect(layer?.packaging).toBe('file')
      expect(sameBytes(layer?.path ?? '', served.file('x86_64', 'layer'))).toBe(true)
    })

    it('the zip is unpacked into an asset', async (reader, [tool]) => {
      link(reader, tool?.directory)
      await reader.do('fetch the zip')
      reader.put('package.sh')
      reader.put('zip: app.ts')
      await reader.do('synth the zip')
      const [directory] = assets(reader).filter(({ packaging }) => packaging === 'zip')
      expect(readdirSync(directory?.path ?? '')).toContain('app.py')
      await reader.expectPackage(directory?.path ?? '')
    })
  },
)

describePage(
  {
    ...common,
    path: 'serverless.md',
    tools: async () => [await nodeTool(['osls@4.3.1']), NODE, aws],
  },
  (it) => {
    it('a layer goes with the function', async (reader) => {
      await reader.do('fetch the layer')
      reader.put('layer: serverless.yml')
      await reader.do('package with the layer')
      const template = JSON.parse(reader.read('.serverless', 'cloudformation-template-update-stack.json'))
      const { Psycopg2LambdaLayer, ExampleLambdaFunction } = template.Resources
      expect(ExampleLambdaFunction.Properties).toMatchObject({
        Layers: [{ Ref: 'Psycopg2LambdaLayer' }],
        Architectures: ['x86_64'],
      })
      expect(Psycopg2LambdaLayer.Properties).toMatchObject({
        LayerName: expect.stringMatching(/^[\w-]+$/),
        CompatibleArchitectures: ['x86_64'],
        Content: { S3Key: expect.stringMatching(/-layer\.zip$/) },
      })
    })

    it('the zip goes into the function', async (reader) => {
      await reader.do('unpack the zip')
      reader.put('zip: serverless.yml')
      await reader.do('package with the zip')
      await reader.expectPackage('.serverless/example.zip')
    })
  },
)

/** What a function needs before it is there. */
const CREATE = `aws iam create-role --role-name example --assume-role-policy-document \
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}' \
  >/dev/null 2>&1 || true
(cd src && zip -q ../old.zip app.py)
aws lambda create-function --function-name example --runtime python3.13 --handler app.handler \
  --role arn:aws:iam::123456789012:role/example --zip-file fileb://old.zip >/dev/null`

describePage(
  {
    ...common,
    path: 'console.md',
    tools: async () => [await pythonTool(python, AWS_CLI), aws, debianTool('zip'), debianTool('openssl')],
  },
  (it) => {
    it('a package is the zip and a file; a layer is published once for the same bytes', async (reader) => {
      await reader.run(CREATE)
      await reader.do('add to the zip')
      await reader.expectPackage('function.zip')
      const ask = (query: string) =>
        reader.run(`aws lambda get-function --function-name example --query '${query}' --output text`)
      const sum = sha256(readFileSync(reader.path('function.zip')))
      expect(Buffer.from(await ask('Configuration.CodeSha256'), 'base64').toString('hex')).toBe(sum)

      await reader.do('fetch the layer')
      reader.put('publish-layer.sh')
      const given = 'give the layer to a function'
      await reader.do(given)
      const layers = async () => (await ask('Configuration.Layers[].Arn')).trim()
      expect(await layers()).toMatch(/:layer:psycopg2-py\w+-x86_64:1$/)
      await reader.do(given)
      expect(await layers()).toMatch(/:1$/)
      // Another file, another version; and again the first.
      const publish = `sh publish-layer.sh psycopg2-py313-x86_64 old.zip python3.13 x86_64`
      expect((await reader.run(publish)).trim()).toMatch(/:2$/)
      await reader.do(given)
      expect(await layers()).toMatch(/:1$/)
    })
  },
)

describePage(
  {
    ...common,
    path: '../../README.md',
    tools: async () => [await pythonTool(python, AWS_CLI), aws],
  },
  (it) => {
    it('the install action puts it into a package', async (reader) => {
      reader.put('step.yaml')
      const [{ with: inputs }] = parse(reader.read('step.yaml'))
      const base = pathToFileURL(served.directory).href
      const { repository } = served.manifest
      const bundle = join(PROJECT, 'dist', 'install', 'index.js')
      const given = { ...inputs, repository, 'base-url': base }
      const { code, output } = await runAction(given, { bundle, cwd: reader.directory })
      expect(code, output).toBe(0)
      await reader.expectPackage('package')
    })

    it('pip puts it into a package', async (reader) => {
      const argv = ['index', `${served.url}/manifest.json`, '--output-dir', join(served.root, SITE)]
      const { code, output } = await runCli(argv)
      expect(code, output).toBe(0)
      await reader.do('pip')
      await reader.expectPackage('package')
    })

    it('a layer is published', async (reader) => {
      const { Content } = JSON.parse(await reader.do('layer'))
      const sum = Buffer.from(Content.CodeSha256, 'base64').toString('hex')
      expect(sum).toBe(sha256(readFileSync(served.file('x86_64', 'layer'))))
    })
  },
)

// Terraform comes from nowhere that tests install from, and its provider for AWS from its own registry: what cannot be had
// is left out by name, in a CI run as well.
describe.skipIf('missing' in programHere('terraform'))('terraform.md', () => {
  let reader: Reader
  let cli: Tool
  beforeAll(async () => {
    cli = await pythonTool(python, AWS_CLI)
    const page = new Snippets('terraform.md', (text) => adaptSnippet(text, served))
    const env = { ...common.env(), CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' }
    reader = new Reader(page, served, env, 'missing' in cli ? [] : [cli.bin])
    await reader.do('fetch the layer')
    for (const file of ['psycopg2.tf', 'function.tf']) reader.put(file)
    expect(page.untaken).toEqual([])
  })

  test("is in Terraform's own style, and its sum is the layer's", async () => {
    await reader.run('terraform fmt -check -diff')
    const [, expression = ''] = /source_code_hash\s+= (.+)/.exec(reader.read('psycopg2.tf')) ?? []
    // Where nothing else is configured, it needs no provider.
    const printed = await reader.run(
      `mkdir -p none && echo '${expression.replace('("', '("../')}' | terraform -chdir=none console`,
    )
    const sum = Buffer.from(printed.replaceAll('"', ''), 'base64').toString('hex')
    expect(sum).toBe(sha256(readFileSync(served.file('x86_64', 'layer'))))
  })

  test('applies, and applies again without a change', async ({ skip }) => {
    for (const tool of [aws, cli]) if ('missing' in tool) skip(tool.missing)
    const init = await reader.run('terraform init -input=false -no-color').catch((error: Error) => error)
    if (init instanceof Error)
      skip(`terraform init cannot get hashicorp/aws: ${init.message.split('\n').slice(-3).join(' ')}`)
    await reader.run(`cd src && '${python}' -m zipfile -c ../function.zip app.py`)
    const trust = {
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [trust] })
    const create = `aws iam create-role --role-name example --assume-role-policy-document '${policy}' --query Role.Arn`
    const apply = `terraform apply -input=false -no-color -auto-approve -var role=${await reader.run(create)}`
    expect(await reader.run(apply)).toContain('2 added, 0 changed, 0 destroyed')
    expect(await reader.run(apply)).toContain('0 added, 0 changed, 0 destroyed')
  })
})
