import { z } from 'zod'
import type { Asset, Release } from './types.js'

/** A release as GitHub answers it, down to what is used. `immutable` is missing on older GitHub Enterprise hosts. */
export const releaseSchema = z
  .object({
    id: z.int(),
    tag_name: z.string(),
    draft: z.boolean(),
    prerelease: z.boolean(),
    published_at: z.string().nullish(),
    immutable: z.boolean().default(false),
    html_url: z.string(),
    upload_url: z.string(),
    target_commitish: z.string(),
  })
  .transform(
    ({ tag_name, published_at, html_url, upload_url, target_commitish, ...same }): Release => ({
      ...same,
      tag: tag_name,
      publishedAt: published_at ? Date.parse(published_at) : 0,
      url: html_url,
      uploadUrl: upload_url,
      commitish: target_commitish,
    }),
  )

/** An asset, likewise; `digest` is missing on older hosts. */
export const assetSchema = z
  .object({
    id: z.int(),
    name: z.string(),
    state: z.string(),
    size: z.int(),
    digest: z.string().nullish(),
    created_at: z.string(),
    browser_download_url: z.string(),
  })
  .transform(
    ({ digest, created_at, browser_download_url, ...same }): Asset => ({
      ...same,
      digest: digest ?? null,
      createdAt: Date.parse(created_at),
      url: browser_download_url,
    }),
  )

/** What a reference or an annotated tag points at. */
export const objectSchema = z
  .object({ object: z.object({ type: z.string(), sha: z.string() }) })
  .transform(({ object }) => object)
