import type { Json } from './description.js'
import type { Question, ServerAnswer } from './rules.js'
import { failure } from './rules.js'

/** One request in the hands of a fault. */
export interface Exchange {
  /** The request as the rules would see it; reads the body. */
  question(): Promise<Question>
  /** What GitHub would do and answer. */
  proceed(): Promise<ServerAnswer>
  /** Sends an answer; `raw` goes out as it stands, unjudged. */
  answer(answer: ServerAnswer & { raw?: string }): void
  /** Breaks the connection. */
  reset(): void
  /** Promises a whole answer, sends half of its bytes, and breaks the connection. */
  breakOff(answer: ServerAnswer): void
}

/** What happens to one request instead of a plain answer; also says it in one word for the trace. */
export interface Fault {
  word: string
  act(exchange: Exchange): Promise<void> | void
}

/** Refuses or answers without doing anything. */
export function answers(status: number, json: unknown, headers: Record<string, string> = {}): Fault {
  return { word: String(status), act: (exchange) => exchange.answer({ status, json, headers }) }
}

/** An error body in GitHub's form. */
export function refuses(
  status: number,
  message: string,
  headers: Record<string, string> = {},
  errors?: Json[],
): Fault {
  return answers(status, failure(message, errors), headers)
}

/** A page for people, or nothing, where JSON should be. */
export function says(status: number, raw: string, type = 'text/html'): Fault {
  return {
    word: `${status} raw`,
    act: (exchange) => exchange.answer({ status, raw, headers: { 'content-type': type } }),
  }
}

/** The connection breaks before the request's body was read. */
export const resetsBefore: Fault = { word: 'reset', act: (exchange) => exchange.reset() }

/** The server does it; the answer never leaves. */
export const resetsAfter: Fault = {
  word: 'done, reset',
  act: async (exchange) => {
    await exchange.proceed()
    exchange.reset()
  },
}

/** The server does it; nothing ever comes back. */
export const hangsAfter: Fault = {
  word: 'done, hang',
  act: async (exchange) => {
    await exchange.proceed()
  },
}

/** Nothing happens, for ever. */
export const hangs: Fault = {
  word: 'hang',
  act: async (exchange) => {
    await exchange.question()
  },
}

/** The server does it; half of the answer arrives as if it were all. */
export const truncates: Fault = {
  word: 'done, truncated',
  act: async (exchange) => {
    const { status, json } = await exchange.proceed()
    const text = JSON.stringify(json)
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    exchange.answer({ status, raw: text.slice(0, text.length / 2), headers })
  },
}

/** The answer breaks off in the middle of a download. */
export const breaksOff: Fault = {
  word: 'broken off',
  act: async (exchange) => exchange.breakOff(await exchange.proceed()),
}

/** Something else happens first, at that very moment; then GitHub answers as ever. */
export function first(work: (question: Question) => Promise<void> | void): Fault {
  return {
    word: '',
    act: async (exchange) => {
      await work(await exchange.question())
      exchange.answer(await exchange.proceed())
    },
  }
}

/** GitHub's answer, changed on the way. */
export function twists(change: (json: Json) => Json): Fault {
  return {
    word: '',
    act: async (exchange) => {
      const answer = await exchange.proceed()
      exchange.answer({ ...answer, json: change(answer.json as Json) })
    },
  }
}
